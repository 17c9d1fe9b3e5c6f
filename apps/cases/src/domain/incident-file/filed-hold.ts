import type { BilingualText, ClockStep, Escalation, HoldReason, Priority, SlaProfile } from '#contracts';
import { assignBy } from './assign-clock.js';

/** What of an incident waits for a call taker. */
export class FiledHold {
  /** That units are sent at all, or what later reports told. */
  of!: 'dispatch' | 'facts';
  reason!: HoldReason;
  since!: string;
  /** How far its clock has rung, in percent of the limit; absent before it rings. */
  stage?: ClockStep;
}

/** The same with the instant by which somebody must have decided. */
export class HoldView extends FiledHold {
  dueAt!: string;
}

/** A file, as far as its hold depends on it. */
interface Holding {
  readonly held?: FiledHold;
  readonly slaProfile: SlaProfile;
  readonly priority: Priority;
}

/** What the clock of a hold says next, and to whom. */
export interface HoldRing {
  readonly stage: ClockStep;
  readonly rings: Date;
  readonly escalatedTo: Escalation;
  readonly dueAt: string;
}

/**
 * Who is told when nobody has decided about a hold: the duty chief at its limit, an approver at twice the limit. Nothing is
 * decided by it, least of all that units move: whoever floods the centre has only to wait for that.
 */
const LADDER = [
  { percent: 100, escalatedTo: 'duty_chief' },
  { percent: 200, escalatedTo: 'approver' },
] as const satisfies readonly { percent: ClockStep; escalatedTo: Escalation }[];

/** What is held of a file. A hold is no time off: it is decided within the limit that holds for sending somebody. */
export function holdOf({ held, slaProfile, priority }: Holding): HoldView | undefined {
  return held && { ...held, dueAt: assignBy({ slaProfile, priority, receivedAt: held.since }) };
}

/** The same as views show it. */
export function shownHold(file: Holding): { held?: HoldView } {
  const held = holdOf(file);
  return held ? { held } : {};
}

/** What the clock of a hold says next; undefined when it has said everything, or nothing is held. */
export function nextHoldRing(file: Holding): HoldRing | undefined {
  const held = holdOf(file);
  const next = LADDER.find(({ percent }) => percent > (held?.stage ?? 0));
  if (!held || !next) return undefined;
  const from = Date.parse(held.since);
  const rings = new Date(from + ((Date.parse(held.dueAt) - from) * next.percent) / 100);
  return { stage: next.percent, rings, escalatedTo: next.escalatedTo, dueAt: held.dueAt };
}

const REASONS: Readonly<Record<HoldReason, BilingualText>> = {
  account_reports: { zh: '该账号短时间内报警过多', en: 'this account sent too many reports' },
  enterprise_reports: { zh: '该企业短时间内报警过多', en: 'this enterprise sent too many reports' },
  enterprise_incidents: { zh: '该企业在办警情已多', en: 'many incidents of this enterprise are under way' },
};

/** What the timeline adds to a report that is held. */
export const holdText = (reason: HoldReason): BilingualText => ({
  zh: `；待接警员核对（${REASONS[reason].zh}）`,
  en: `; waits for a call taker (${REASONS[reason].en})`,
});
