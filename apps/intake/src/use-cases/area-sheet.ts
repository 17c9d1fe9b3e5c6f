import { ZONE_WORDS, type Zone } from '#contracts';
import { areaCode, district, line, word, type Outline, type Sheet } from '#sheets';

/** An area of the jurisdiction map as files of areas have it. */
export interface AreaLine {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly zone: Zone;
  readonly outline: Outline;
}

/** What a file of areas holds: GeoJSON, whose properties are the columns. */
export const areaSheet: Sheet<AreaLine> = {
  kind: 'areas',
  unique: ['code'],
  outlines: [
    [
      [119.94, 31.68],
      [119.97, 31.68],
      [119.97, 31.72],
      [119.94, 31.72],
    ],
    [
      [119.97, 31.68],
      [120.0, 31.68],
      [120.0, 31.72],
      [119.97, 31.72],
    ],
  ],
  columns: {
    code: {
      name: { zh: '辖区代码', en: 'code' },
      about: {
        zh: '单位以此指明所管辖区；同一代码再次导入即为修改',
        en: 'units name their areas by it; the same code again changes the area',
      },
      required: true,
      cell: areaCode,
      samples: ['CB', 'CN'],
    },
    name: {
      name: { zh: '辖区名称', en: 'name' },
      about: { zh: '不超过 100 字', en: '100 characters at most' },
      required: true,
      cell: line(100),
      samples: ['城北示范辖区', '城南示范辖区'],
    },
    district: {
      name: { zh: '行政区划', en: 'district' },
      about: { zh: '六位行政区划代码（GB/T 2260）', en: 'division code of six digits (GB/T 2260)' },
      required: true,
      cell: district,
      samples: ['320412', '320412'],
    },
    zone: {
      name: { zh: '地域', en: 'zone' },
      about: { zh: 'urban 城区、suburban 城郊或 rural 农村', en: 'urban, suburban or rural' },
      required: true,
      cell: word(ZONE_WORDS),
      samples: ['urban', 'suburban'],
    },
  },
};
