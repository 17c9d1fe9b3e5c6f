import { addMs, DAY, defineRefusal } from '#domain-kit';
import type { Account } from './account.js';

/** Least length of a password in characters (GB/T 22239-2019, level 3, identification: complexity). */
export const MIN_LENGTH = 10;
const MIN_CLASSES = 3;
/** The present password and those before it that are not taken again. */
export const HISTORY = 5;

/** 422: the password is too short or too plain. */
export const passwordWeak = defineRefusal({
  code: 'account.password-weak',
  kind: 'unprocessable',
  zh: '密码至少 10 个字符，须含大写字母、小写字母、数字、符号中的三类，且不得包含账号',
  en: 'A password has at least 10 characters of three of: upper case, lower case, digits, others; and not the account name',
  pointer: '/password',
});

/** 422: the password is one that many people choose, or a variant of one. */
export const passwordCommon = defineRefusal({
  code: 'account.password-common',
  kind: 'unprocessable',
  zh: '这个密码太常见，容易被猜中；请避开常用词、姓名、键盘顺序和生日',
  en: 'This password is too common to be safe; avoid usual words, names, rows of keys and birthdays',
  pointer: '/password',
});

/** 422: it was the password before. */
export const passwordUsedBefore = defineRefusal({
  code: 'account.password-used-before',
  kind: 'unprocessable',
  zh: '不能与最近 5 次使用的密码相同',
  en: 'It must differ from the last 5 passwords',
  pointer: '/password',
});

/** One spelling for what looks the same on every keyboard: full width and composed characters (Unicode NFKC). */
export const spelled = (password: string): string => password.normalize('NFKC');

/** Refuses a password that is shorter than 10 characters, has fewer than 3 of 4 classes, or contains the account name. */
export function checkComplexity(password: string, account: string, pointer?: string): void {
  const text = spelled(password);
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(text)).length;
  const named = account.length >= 3 && text.toLowerCase().includes(account.toLowerCase());
  if ([...text].length < MIN_LENGTH || classes < MIN_CLASSES || named) throw passwordWeak({}, pointer);
}

/**
 * Whether somebody must choose another password before going on: somebody else chose this one, or it is older than `maxAgeDays`
 * (0: none is too old). A machine asks nobody for another one.
 */
export function isPasswordDue({ roles, temporary, passwordSetAt, createdAt }: Account, maxAgeDays: number, now: Date) {
  if (roles.includes('machine')) return false;
  if (temporary === true) return true;
  return maxAgeDays > 0 && addMs(passwordSetAt ?? createdAt, maxAgeDays * DAY) <= now;
}
