/** What befalls an account, as the audit trail names it, and whether others may have to know. */
export const ACTS = {
  'account.changed': true,
  'account.change-proposed': true,
  'account.change-confirmed': true,
  'account.change-refused': false,
  'account.reset': true,
  'account.told': true,
  'account.unused-disabled': true,
  'account.unlocked': false,
  'password.reset-issued': false,
  'password.set': false,
} as const;

/** An act that changes an account. */
export type AccountAct = keyof typeof ACTS;
