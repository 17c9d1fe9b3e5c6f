import { DISCIPLINE_WORDS, DUTY_STATE_WORDS, UNIT_CODE, type Discipline, type DutyState } from '#contracts';
import { areaCode, code, district, latitude, line, listOf, longitude, whole, word, type Sheet } from '#sheets';

/** A unit as files of units have it. */
export interface UnitLine {
  readonly id: string;
  readonly name: string;
  readonly discipline: Discipline;
  readonly agencyCode?: string;
  readonly duty?: DutyState;
  readonly capacity: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly jurisdictions?: readonly string[];
  readonly districts?: readonly string[];
}

/** What a file of units holds. */
export const unitSheet: Sheet<UnitLine> = {
  kind: 'units',
  unique: ['id'],
  refersTo: { field: 'jurisdictions', kind: 'areas' },
  position: ['longitude', 'latitude'],
  columns: {
    id: {
      name: { zh: '单位代码', en: 'code' },
      about: {
        zh: '2 到 16 位大写字母和数字；同一代码再次导入即为修改',
        en: '2 to 16 capital letters and digits; the same code again changes the unit',
      },
      required: true,
      cell: code(UNIT_CODE, { zh: '2 到 16 位大写字母和数字', en: '2 to 16 capital letters and digits' }),
      samples: ['PS11', 'CID11'],
    },
    name: {
      name: { zh: '单位名称', en: 'name' },
      about: { zh: '不超过 80 字', en: '80 characters at most' },
      required: true,
      cell: line(80),
      samples: ['城北示范派出所', '刑侦示范大队'],
    },
    discipline: {
      name: { zh: '警种', en: 'discipline' },
      about: { zh: '代码或名称，如 PS 或 派出所', en: 'its code or name, such as PS or Police station' },
      required: true,
      cell: word(DISCIPLINE_WORDS),
      samples: ['PS', 'CID'],
    },
    agencyCode: {
      name: { zh: '机构代码', en: 'agency code' },
      about: { zh: '12 位公安机关机构代码（GA/T 380），可空', en: 'twelve digits (GA/T 380); may be empty' },
      cell: code(/^\d{12}$/, { zh: '12 位数字', en: 'twelve digits' }),
      samples: ['320412110000', ''],
    },
    duty: {
      name: { zh: '在岗', en: 'duty' },
      about: { zh: 'on_duty 在岗（缺省）或 off_duty 离岗', en: 'on_duty (where empty) or off_duty' },
      cell: word(DUTY_STATE_WORDS),
      samples: ['on_duty', 'on_duty'],
    },
    capacity: {
      name: { zh: '同时承办上限', en: 'capacity' },
      about: { zh: '同时可承办的派警数，1 到 1000', en: 'assignments it may hold at once, 1 to 1000' },
      required: true,
      cell: whole(1, 1000),
      samples: ['12', '8'],
    },
    longitude: {
      name: { zh: '经度', en: 'longitude' },
      about: {
        zh: '驻地，度；WGS-84，或用 --crs 指明的坐标系',
        en: 'of its station, degrees; WGS-84, or what --crs says',
      },
      required: true,
      cell: longitude,
      samples: ['119.95', '119.96'],
    },
    latitude: {
      name: { zh: '纬度', en: 'latitude' },
      about: { zh: '同上', en: 'the same' },
      required: true,
      cell: latitude,
      samples: ['31.70', '31.71'],
    },
    jurisdictions: {
      name: { zh: '辖区代码', en: 'areas' },
      about: {
        zh: '所管辖区的代码，以分号分隔；不按地域管辖的留空',
        en: 'codes of its areas between semicolons; empty where it is not territorial',
      },
      cell: listOf(areaCode, 500),
      samples: ['CB', ''],
    },
    districts: {
      name: { zh: '行政区划', en: 'districts' },
      about: {
        zh: '工作所及的六位区划代码，以分号分隔；留空为不限',
        en: 'six-digit divisions it works in, between semicolons; empty for everywhere',
      },
      cell: listOf(district, 500),
      samples: ['320412', '320412'],
    },
  },
};
