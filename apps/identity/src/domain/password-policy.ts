import { defineRefusal } from '#domain-kit';

/** Least length of a password in characters (GB/T 22239-2019, level 3, identification: complexity). */
export const MIN_LENGTH = 10;
const MIN_CLASSES = 3;

/** 422: the password is too easy to guess. */
export const passwordWeak = defineRefusal({
  code: 'account.password-weak',
  kind: 'unprocessable',
  zh: '密码至少 10 个字符，须含大写字母、小写字母、数字、符号中的三类，且不得包含账号',
  en: 'A password has at least 10 characters of three of: upper case, lower case, digits, others; and not the account name',
  pointer: '/password',
});

/** Refuses a password that is shorter than 10 characters, has fewer than 3 of 4 classes, or contains the account name. */
export function checkPassword(password: string, account: string): void {
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const named = account.length >= 3 && password.toLowerCase().includes(account.toLowerCase());
  if ([...password].length < MIN_LENGTH || classes < MIN_CLASSES || named) throw passwordWeak();
}
