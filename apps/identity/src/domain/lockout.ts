import { defineRefusal } from '#domain-kit';
import type { Account } from './account.js';

/** Failures in a row after which an account is locked (GB/T 22239-2019, level 3, identification). */
const MAX_FAILURES = 5;
/** Minutes an account stays locked. */
const LOCK_MINUTES = 15;

/** 401, the same for an unknown, disabled or locked account and a wrong password: nobody learns which accounts exist. */
export const signInRefused = defineRefusal({
  code: 'session.refused',
  kind: 'unauthenticated',
  zh: '账号或密码不正确；连续 5 次失败后账号锁定 15 分钟',
  en: 'Wrong account or password; after 5 failures in a row an account is locked for 15 minutes',
});

/** Whether a password may be tried now: never before any role is in force. */
export function maySignIn(account: Account, now: Date): boolean {
  if (account.disabled || account.roles.length === 0) return false;
  return account.lockedUntil === undefined || account.lockedUntil <= now;
}

/** Counts a wrong password; the fifth in a row locks the account. */
export function countFailure(account: Account, now: Date): void {
  account.failures += 1;
  if (account.failures < MAX_FAILURES) return;
  account.failures = 0;
  account.lockedUntil = new Date(now.getTime() + LOCK_MINUTES * 60_000);
}

/** Forgets failures after a right password. */
export function forgetFailures(account: Account): void {
  account.failures = 0;
  account.lockedUntil = undefined;
}
