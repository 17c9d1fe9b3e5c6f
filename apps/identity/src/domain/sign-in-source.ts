import { addMs, DAY, defineRefusal, MINUTE } from '#domain-kit';

/** Failures in a row after which a source may not try an account (GB/T 22239-2019, level 3, identification). */
const MAX_FAILURES = 5;
/** How long it may not. */
const BACK_OFF_MS = 15 * MINUTE;
/** A device is known for as long after its last sign-in; its cookie lasts as long. */
export const DEVICE_MS = 90 * DAY;

/**
 * Where the password of an account was tried: a device on which the account signed in before, or an address. Each has its own
 * count, so that guessing from elsewhere keeps nobody out on a known device.
 */
export interface SignInSource {
  /** Hash of account and source; neither the address nor the secret of the device is kept. */
  id: string;
  accountId: string;
  /** Hash of the device's secret; absent: an address. */
  device?: string;
  /** Wrong passwords in a row. */
  failures: number;
  blockedUntil?: Date;
  /** The last attempt. */
  lastAt: Date;
  version: number;
}

/** Where a request comes from, as it says. */
export interface Origin {
  /** IP address. */
  readonly address: string;
  /** The secret in the device's cookie, known or not. */
  readonly device?: string;
  /** Whether a page asks; programs keep no cookies and no idle time is measured of them. */
  readonly page: boolean;
}

/**
 * 401, the same for a wrong password, an account that is unknown, disabled or has no password, and a source that is backed
 * off: nobody learns which accounts exist.
 */
export const signInRefused = defineRefusal({
  code: 'session.refused',
  kind: 'unauthenticated',
  zh: '账号或密码不正确；同一设备或网络地址连续 5 次失败后，15 分钟内不能再试',
  en: 'Wrong account or password; after 5 failures in a row a device or address may not try again for 15 minutes',
});

/** Whether this source may not try now. */
export const isBackedOff = ({ blockedUntil }: SignInSource, now: Date): boolean =>
  blockedUntil !== undefined && blockedUntil > now;

/** Counts a wrong password; the fifth in a row backs the source off. Answers whether it did. */
export function countFailure(source: SignInSource, now: Date): boolean {
  source.failures += 1;
  source.lastAt = now;
  if (source.failures < MAX_FAILURES) return false;
  source.failures = 0;
  source.blockedUntil = addMs(now, BACK_OFF_MS);
  return true;
}
