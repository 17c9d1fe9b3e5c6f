import type { Caller } from '#platform';
import type { Account } from '../../domain/account.js';
import { mayConfirm } from '../../domain/granting.js';
import type { AccountAnswer } from './account.dto.js';

/** An account as a caller sees it; `locked`: whether a device or an address may not try its password for now. */
export function accountAnswer(account: Account, caller: Caller, locked: boolean): AccountAnswer {
  const { id, name, roles, unitId, enterpriseId, disabled, pending, version } = account;
  const createdAt = account.createdAt.toISOString();
  return {
    accountId: id,
    account: account.account,
    name,
    roles,
    unitId,
    enterpriseId,
    disabled,
    hasPassword: account.passwordHash !== '',
    ...(pending && { pending: { ...pending, mayConfirm: mayConfirm(account, caller) } }),
    locked,
    lastUsedAt: account.lastUsedAt?.toISOString(),
    createdAt,
    version,
  };
}
