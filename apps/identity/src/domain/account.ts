import { defineRefusal } from '#domain-kit';
import { isLine, OF_UNIT, showsSomething, type Role } from '#contracts';
import type { PendingChange } from './granting.js';
import { exclusionOf } from './role-exclusions.js';

/** An account: one person, one unit of a demo, or one machine. */
export interface Account {
  id: string;
  /** Sign-in name as written; unique whatever its case. */
  account: string;
  /** The sign-in name in lower case. */
  accountKey: string;
  name: string;
  roles: Role[];
  unitId?: string;
  enterpriseId?: string;
  /** Empty while nobody has set a password: nobody signs in. */
  passwordHash: string;
  /** Hashes of the passwords before, the latest first. */
  formerPasswords?: string[];
  /** When the password was set. */
  passwordSetAt?: Date;
  /** Somebody else chose the password: the person chooses another one before going on. */
  temporary?: boolean;
  /** Hash of the one-time secret by which the person sets a password. */
  resetHash?: string;
  /** Until when that secret works. */
  resetUntil?: Date;
  /** The last sign-in, or since when there could have been one. */
  lastUsedAt?: Date;
  disabled: boolean;
  /** A change that waits for a second administrator; what stands above is what is in force. */
  pending?: PendingChange;
  /** Made by the demo seed; never in production. */
  demo: boolean;
  createdAt: Date;
  /** How often other services were told of it; absent for accounts older than that, and 0 for those that are none of theirs. */
  published?: number;
  version: number;
}

/** Whether others must know of an account: they name contacts of enterprises, and are told when one is none any more. */
export const isToldOf = ({ roles, published = 0 }: Pick<Account, 'roles' | 'published'>): boolean =>
  published > 0 || roles.includes('enterprise_contact');

/** 409: somebody has this sign-in name. */
export const accountTaken = defineRefusal({
  code: 'account.taken',
  kind: 'conflict',
  zh: '账号已存在',
  en: 'The account exists already',
  pointer: '/account',
});

/** 409: a file says something else about an account than is so. */
export const accountDiffers = defineRefusal({
  code: 'account.differs',
  kind: 'conflict',
  zh: '账号已存在，内容不同；导入只新建账号，更改请在账号管理中办理',
  en: 'The account exists with other values; files only create accounts, change it in the administration',
  pointer: '/account',
});

/** 404: there is no such account. */
export const accountUnknown = defineRefusal({
  code: 'account.unknown',
  kind: 'not-found',
  zh: '没有这个账号',
  en: 'There is no such account',
});

/** 422: roles that one person may not hold together, or that lack their unit or enterprise. */
export const rolesRefused = defineRefusal({
  code: 'account.roles-refused',
  kind: 'unprocessable',
  zh: '{why}',
  en: '{why}',
  pointer: '/roles',
});

/** 422: the one-time secret is wrong, used or too old. */
export const secretRefused = defineRefusal({
  code: 'password.secret-refused',
  kind: 'unprocessable',
  zh: '链接无效：已经用过、已过期，或又发放了新的链接。刚刚设置成功的，请直接登录；否则请联系管理员重新发放',
  en: 'The link does not work: it was used, is too old, or another one was issued. If you have just set your password, sign in; else ask an administrator for a new link',
  pointer: '/secret',
});

/** 409: administrators cannot shut themselves out. */
export const ownAccount = defineRefusal({
  code: 'account.own',
  kind: 'conflict',
  zh: '不能停用自己的账号，也不能更改自己的角色或单位',
  en: 'You cannot disable your own account or change your own roles or unit',
});

/** 422: the product itself acts under this name. */
export const nameReserved = defineRefusal({
  code: 'account.name-reserved',
  kind: 'unprocessable',
  zh: '该账号名由系统保留',
  en: 'This account name is reserved for the system',
  pointer: '/account',
});

/** Sign-in names: letters, digits, `.`, `_`, `-`; unique in any case. */
export const ACCOUNT_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/;

/** 422: a sign-in name with other characters, or of one. */
export const nameMalformed = defineRefusal({
  code: 'account.name-malformed',
  kind: 'unprocessable',
  zh: '账号须为 2 到 64 个字母、数字、“.”、“_”或“-”，以字母或数字开头',
  en: 'A sign-in name has 2 to 64 letters, digits, ".", "_" or "-", and begins with a letter or digit',
  pointer: '/account',
});

/** Characters of a person's name at most. */
export const LONGEST_NAME = 80;

/** 422: a name of a person that is none; requests are refused for it by their field already. */
export const personNameMalformed = defineRefusal({
  code: 'account.person-name',
  kind: 'unprocessable',
  zh: '姓名须为一行文字，不超过 {max} 个字符',
  en: 'A name is one line of at most {max} characters',
  pointer: '/name',
});

/** Refuses a name of a person that is none. Throws 422 `account.person-name`. */
export function checkPersonName(name: string): void {
  if (name.length > LONGEST_NAME || !isLine(name) || !showsSomething(name))
    throw personNameMalformed({ max: LONGEST_NAME });
}

/** Names under which records show acts of the product, of nobody, of an unknown, of a clock, of a command and of the setup. */
const RESERVED = ['system', 'qijing', 'anonymous', 'nobody', 'unknown', 'deadline', 'command', 'cli', 'setup'];

/**
 * Refuses a sign-in name that is none, or that reads like the product's own acts, however it is punctuated. Throws 422
 * `account.name-malformed` or `account.name-reserved`, at `/account` unless told otherwise.
 */
export function checkName(account: string, pointer?: string): void {
  if (!ACCOUNT_NAME.test(account)) throw nameMalformed({}, pointer);
  if (RESERVED.includes(account.toLowerCase().replace(/[._-]/g, ''))) throw nameReserved({}, pointer);
}

/** Whether somebody may sign in at all: not before any role is in force, nor while there is no password. */
export const maySignIn = ({ disabled, roles, passwordHash }: Account): boolean =>
  !disabled && roles.length > 0 && passwordHash !== '';

/**
 * Checks the roles of an account: roles that check each other are different people's, officers belong to a unit, and
 * enterprise contacts to an enterprise. Throws 422 `account.roles-refused`.
 */
export function checkRoles({ roles, unitId, enterpriseId }: Pick<Account, 'roles' | 'unitId' | 'enterpriseId'>): void {
  const why = exclusionOf(roles);
  if (why) throw rolesRefused({ why });
  if (roles.some((role) => OF_UNIT.includes(role)) && unitId === undefined) {
    throw rolesRefused({
      why: { zh: '民警和联动单位角色须指定所属单位', en: 'Officers and partners belong to a unit' },
    });
  }
  if (roles.includes('enterprise_contact') && enterpriseId === undefined) {
    throw rolesRefused({ why: { zh: '企业联系人须指定所属企业', en: 'Enterprise contacts belong to an enterprise' } });
  }
}
