import type { HoldReason } from '#contracts';

/** How many reports may come within ten minutes and within a day (24 hours); 0 is no limit. */
export interface Allowance {
  readonly per10Minutes: number;
  readonly perDay: number;
}

/** What enterprises may set in motion on their own word, before a call taker has to look. */
export interface Quotas {
  /** Of one account. */
  readonly account: Allowance;
  /** Of all accounts of one enterprise. */
  readonly enterprise: Allowance;
  /** Incidents of one enterprise that units serve at a time; 0 is no limit. */
  readonly incidents: number;
}

/** How many reports came before the one in question. */
export interface Sent {
  readonly per10Minutes: number;
  readonly perDay: number;
}

/** What an account and its enterprise, where it has one, have set in motion so far. */
export interface Load {
  readonly account: Sent;
  readonly enterprise?: Sent;
  /** Incidents of the enterprise that units serve on its own word. */
  readonly incidents: number;
}

const exceeds = (sent: Sent, allowed: Allowance): boolean =>
  isFull(sent.per10Minutes, allowed.per10Minutes) || isFull(sent.perDay, allowed.perDay);
const isFull = (count: number, most: number): boolean => most > 0 && count >= most;

/** Why one more report waits for a call taker; undefined where units may move for it. A further report of an incident opens none. */
export function holdReason(load: Load, quotas: Quotas, opens: boolean): HoldReason | undefined {
  if (exceeds(load.account, quotas.account)) return 'account_reports';
  if (load.enterprise && exceeds(load.enterprise, quotas.enterprise)) return 'enterprise_reports';
  return opens && isFull(load.incidents, quotas.incidents) ? 'enterprise_incidents' : undefined;
}
