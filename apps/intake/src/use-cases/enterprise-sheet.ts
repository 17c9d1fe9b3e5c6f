import { normalUscc } from '#domain-kit';
import { code, latitude, line, listOf, longitude, partsOf, phone, prose, type Sheet } from '#sheets';
import type { StoredContact } from '../outbound/database/enterprise.table.js';
import { enterpriseKeyMissing } from './enterprise.refusals.js';

/** An enterprise as files of the directory have it. */
export interface EnterpriseLine {
  readonly id?: string;
  readonly uscc?: string;
  readonly usccOverride?: string;
  readonly name: string;
  readonly tags?: readonly string[];
  readonly address?: string;
  readonly longitude?: number;
  readonly latitude?: number;
  readonly contacts?: readonly StoredContact[];
  readonly liaison?: string;
}

const contact = partsOf<StoredContact>({ name: line(60), phone, role: line(60) }, ['name', 'phone']);

/** What a file of enterprises holds. */
export const enterpriseSheet: Sheet<EnterpriseLine> = {
  kind: 'enterprises',
  unique: ['id', 'uscc'],
  position: ['longitude', 'latitude'],
  check: ({ id, uscc }) => {
    if (id === undefined && uscc === undefined) throw enterpriseKeyMissing();
  },
  columns: {
    uscc: {
      name: { zh: '统一社会信用代码', en: 'credit code' },
      about: {
        zh: '18 位；同一代码再次导入即为修改',
        en: '18 characters; the same code again changes the entry',
      },
      // its check belongs to the entry, where a person may have confirmed it
      cell: { read: normalUscc, write: (value) => value },
      samples: ['91320412MA0000066W', '91320412MA0000074P'],
    },
    name: {
      name: { zh: '企业名称', en: 'name' },
      about: { zh: '登记名称，不超过 200 字', en: 'the registered name, 200 characters at most' },
      required: true,
      cell: line(200),
      samples: ['晨光示范纺织有限公司', '北辰示范仪器有限公司'],
    },
    address: {
      name: { zh: '地址', en: 'address' },
      about: { zh: '不超过 300 字', en: '300 characters at most' },
      cell: line(300),
      samples: ['示范园区创新路16号', '示范园区创新路18号'],
    },
    longitude: {
      name: { zh: '经度', en: 'longitude' },
      about: {
        zh: '地址所在，度；WGS-84，或用 --crs 指明的坐标系；与纬度同填或同空',
        en: 'of the address, degrees; WGS-84, or what --crs says; with the latitude or not at all',
      },
      cell: longitude,
      samples: ['119.951', '119.985'],
    },
    latitude: {
      name: { zh: '纬度', en: 'latitude' },
      about: { zh: '同上', en: 'the same' },
      cell: latitude,
      samples: ['31.703', '31.699'],
    },
    contacts: {
      name: { zh: '联系人', en: 'contacts' },
      about: {
        zh: '姓名|电话|职务，职务可省；多人以分号分隔',
        en: 'name|telephone|role, the role may be missing; several between semicolons',
      },
      cell: listOf(contact, 20),
      samples: ['示范联系人|13800000011|安保负责人', '示范甲|13800000012; 示范乙|0519-88000013|值班室'],
    },
    tags: {
      name: { zh: '标签', en: 'tags' },
      about: {
        zh: '小写英文标签，以分号分隔，如 key; hazmat；不影响定级',
        en: 'such as key; hazmat, between semicolons; they never touch priority',
      },
      cell: listOf(code(/^[a-z][a-z0-9_]{0,39}$/, { zh: '小写英文标签', en: 'a tag in lower case' }), 20),
      samples: ['key', 'srdi; hazmat'],
    },
    liaison: {
      name: { zh: '警企联络员', en: 'liaison' },
      about: { zh: '联络员的账号', en: 'account of the liaison officer' },
      cell: code(/^[\w.@-]{1,64}$/, { zh: '账号', en: 'an account' }),
      samples: ['', ''],
    },
    usccOverride: {
      name: { zh: '代码核实说明', en: 'code verified' },
      about: {
        zh: '校验位不符但经核实无误的代码，在此说明理由',
        en: 'why a code with a wrong check digit is right all the same',
      },
      cell: prose(200),
      samples: ['', ''],
    },
    id: {
      name: { zh: '企业编号', en: 'enterprise id' },
      about: {
        zh: '本系统编号，由导出填写；新企业留空',
        en: 'this system’s own number, which an export fills in; empty for a new one',
      },
      cell: code(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
        zh: '导出文件中的企业编号',
        en: 'an id as exports have it',
      }),
      samples: ['', ''],
    },
  },
};
