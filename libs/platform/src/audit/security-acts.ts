import type { AuditEntry } from '#persistence';
import type { SecurityEvent, SecurityLog } from '../logging/security-log.js';

/** Acts in the audit trail that somebody who watches the logs must hear of at once. */
const EVENT_OF: Readonly<Record<string, SecurityEvent>> = {
  'sign-in.backed-off': 'sign-in-backed-off',
  'sign-in.guessing': 'sign-in-guessing',
  'account.unlocked': 'account-unlocked',
  'account.reset': 'account-reset',
  'password.reset-issued': 'account-reset',
  'account.unused-disabled': 'account-disabled-for-disuse',
};

/** Notes the security events among entries that were written. */
export function noteActs(log: SecurityLog, entries: readonly AuditEntry[]): void {
  for (const { act, object, address } of entries) {
    const event = EVENT_OF[act];
    if (event) log.note(event, { accountId: object, from: address });
  }
}
