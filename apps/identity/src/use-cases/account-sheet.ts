import { ROLES, UNIT_CODE, type Role } from '#contracts';
import type { Texts } from '#domain-kit';
import { code, line, listOf, word, type Sheet } from '#sheets';
import { ACCOUNT_NAME, LONGEST_NAME } from '../domain/account.js';

/** An account as files of accounts have it; nothing of its password. */
export interface AccountLine {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId?: string;
  readonly enterpriseId?: string;
}

/** Roles go by their own words: they are what an authority is granted by. */
const ROLE_WORDS = Object.fromEntries(ROLES.map((role) => [role, { zh: role, en: role }])) as Record<Role, Texts>;

/** What a file of accounts holds. */
export const accountSheet: Sheet<AccountLine> = {
  kind: 'accounts',
  unique: ['account'],
  columns: {
    account: {
      name: { zh: '账号', en: 'account' },
      about: {
        zh: '登录名：字母、数字、点、下划线、横线，不分大小写；已有的账号不会改动',
        en: 'sign-in name: letters, digits, dots, dashes, in any case; an account that exists is not changed',
      },
      required: true,
      cell: code(ACCOUNT_NAME, {
        zh: '2 到 64 位字母、数字、点、下划线或横线',
        en: '2 to 64 letters, digits, dots, underscores or dashes',
      }),
      samples: ['zhang.min', 'PS11'],
    },
    name: {
      name: { zh: '姓名', en: 'name' },
      about: { zh: '不超过 80 字', en: '80 characters at most' },
      required: true,
      cell: line(LONGEST_NAME),
      samples: ['张敏', '城北示范派出所'],
    },
    roles: {
      name: { zh: '角色', en: 'roles' },
      about: {
        zh: `以分号分隔：${ROLES.join('、')}；互斥的角色不能同属一人`,
        en: 'between semicolons; roles that check each other are different people’s',
      },
      required: true,
      cell: listOf(word(ROLE_WORDS), ROLES.length),
      samples: ['call_taker; dispatcher', 'officer'],
    },
    unitId: {
      name: { zh: '单位代码', en: 'unit' },
      about: { zh: '民警和联动单位人员必填', en: 'officers and people of partners need one' },
      cell: code(UNIT_CODE, { zh: '单位代码', en: 'the code of a unit' }),
      samples: ['', 'PS11'],
    },
    enterpriseId: {
      name: { zh: '企业编号', en: 'enterprise id' },
      about: {
        zh: '企业联系人必填：企业导出文件中的企业编号',
        en: 'contacts of enterprises need one: the id in an export of enterprises',
      },
      cell: code(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
        zh: '企业导出文件中的企业编号',
        en: 'an id as exports of enterprises have it',
      }),
      samples: ['', ''],
    },
  },
};
