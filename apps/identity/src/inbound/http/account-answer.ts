import type { Caller } from '#platform';
import type { Account } from '../../domain/account.js';
import { mayConfirm } from '../../domain/granting.js';
import type { AccountAnswer } from './account.dto.js';

/** An account as a caller sees it at a time. */
export function accountAnswer(account: Account, caller: Caller, now: Date): AccountAnswer {
  const { id, name, roles, unitId, enterpriseId, disabled, pending, version } = account;
  const locked = account.lockedUntil !== undefined && account.lockedUntil > now;
  const createdAt = account.createdAt.toISOString();
  return {
    accountId: id,
    account: account.account,
    name,
    roles,
    unitId,
    enterpriseId,
    disabled,
    ...(pending && { pending: { ...pending, mayConfirm: mayConfirm(account, caller) } }),
    locked,
    createdAt,
    version,
  };
}
