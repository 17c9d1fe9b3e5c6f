import { defineRefusal } from '#domain-kit';
import { ADMINISTRATORS, type ActorFact, type Role } from '#contracts';

/** A change of an account that waits for a second administrator. */
export interface PendingChange {
  /** Roles it would have; absent: as they are. */
  roles?: Role[];
  /** Whether it would be shut out; absent: as it is. */
  disabled?: boolean;
  /** The unit it would belong to; absent: as it is. */
  unitId?: string;
  /** Whether its person would get a link to set a password; the present one is over then. */
  reset?: true;
  /** The administrator who proposed it. */
  by: ActorFact;
  /** ISO 8601, UTC. */
  at: string;
}

/** What may be granted to or taken from an account. */
export type Grant = Pick<PendingChange, 'roles' | 'disabled' | 'unitId' | 'reset'>;

/** What a waiting change would put in force, without who proposed it and when. */
export const proposedOf = ({ by: _by, at: _at, ...proposed }: PendingChange): Grant => proposed;

/** 403: the proposer, the person concerned, and whoever does not confirm accounts of this kind. */
export const notSecondAdministrator = defineRefusal({
  code: 'account.not-second-administrator',
  kind: 'forbidden',
  zh: '须由另一名管理员确认：一般账号由安全管理员确认，安全管理员账号由审计管理员确认；提出人和本人不能确认',
  en: 'Another administrator confirms this: the security administrator, or for a security administrator the audit administrator; never the proposer or the person concerned',
});

/** 409: nothing waits to be confirmed or refused. */
export const nothingPending = defineRefusal({
  code: 'account.nothing-pending',
  kind: 'conflict',
  zh: '该账号没有待确认的变更',
  en: 'No change of this account waits to be confirmed',
});

/**
 * How many administrators a role takes. Two: what binds other people (priorities, releases, case decisions, property,
 * supervision) and the administrators themselves, since whoever hands out accounts must not be able to make a helper of
 * his own (separation of the three administrators, GB/T 22239-2019, level 3).
 */
const ADMINISTRATORS_NEEDED: Readonly<Record<Role, 1 | 2>> = {
  call_taker: 1,
  dispatcher: 1,
  duty_chief: 2,
  unit_duty_leader: 2,
  officer: 1,
  case_officer: 2,
  legal_reviewer: 2,
  approver: 2,
  property_custodian: 2,
  liaison: 1,
  eso_clerk: 1,
  follow_up_agent: 1,
  supervisor: 2,
  analyst: 1,
  enterprise_contact: 1,
  partner_user: 1,
  sys_admin: 2,
  sec_admin: 2,
  audit_admin: 2,
  machine: 1,
};

const takesTwo = (role: Role): boolean => ADMINISTRATORS_NEEDED[role] === 2;

/**
 * Whether a change takes a second administrator: it adds a role that takes two; lets in, moves to another unit or hands a link
 * for a password to somebody who holds one or waits for one; or touches an administrator. Taking roles away and shutting anybody
 * else out takes one, since that must work at once.
 */
export function needsSecond({ roles: held, pending }: Held, grant: Grant): boolean {
  const { roles = [], disabled, unitId, reset } = grant;
  if (Object.keys(grant).length > 0 && held.some((role) => ADMINISTRATORS.includes(role))) return true;
  const touched = disabled === false || unitId !== undefined || reset === true ? held : [];
  const waiting = reset ? (pending?.roles ?? []) : [];
  return [...touched, ...waiting, ...roles.filter((role) => !held.includes(role))].some(takesTwo);
}

/** What an account holds, and what it waits for. */
type Held = { readonly roles: readonly Role[]; readonly pending?: Pick<PendingChange, 'roles'> };
/** An account as far as a change of it is concerned. */
type Concerned = { readonly id: string; readonly roles: readonly Role[]; readonly pending?: PendingChange };
/** Who would confirm. */
type Administrator = { readonly accountId: string; readonly roles: readonly string[] };

/** Whether a caller may confirm or refuse what waits: not the proposer, not the person concerned, and of the right kind. */
export function mayConfirm({ id, roles, pending }: Concerned, caller: Administrator): boolean {
  if (!pending || [pending.by.accountId, id].includes(caller.accountId)) return false;
  const confirms: Role = [...roles, ...(pending.roles ?? [])].includes('sec_admin') ? 'audit_admin' : 'sec_admin';
  return caller.roles.includes(confirms);
}

/** What waits, for who may confirm or refuse it. Throws 409 when nothing waits, 403 when it is not for this caller. */
export function pendingFor(account: Concerned, caller: Administrator): PendingChange {
  if (!account.pending) throw nothingPending();
  if (!mayConfirm(account, caller)) throw notSecondAdministrator();
  return account.pending;
}
