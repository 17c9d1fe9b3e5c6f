import type { ClockStep, Escalation, LawClockKind, LawClockWait } from '#contracts';
import type { IncidentFile } from '../incident-file/incident-file.js';
import { LAW_CLOCK_RULES } from './index.js';
import type { LawClock, Running } from './law-clock.js';

/** The clock of the law that runs in a file, and how far it has rung. */
export class LawClockView {
  clock!: LawClockKind;
  /** ISO, like `dueAt`. */
  from!: string;
  dueAt!: string;
  /** Who has to act. */
  waitsFor!: LawClockWait;
  /** Percent of the limit that it has told of; absent before it rings. */
  stage?: ClockStep;
}

/** What a clock will say next, and when. */
export interface LawRing extends LawClockView {
  readonly rule: LawClock;
  readonly stage: ClockStep;
  readonly rings: Date;
  readonly escalatedTo?: Escalation;
}

/** The clock that runs in a file; undefined while none does. */
export function lawClockOf(file: IncidentFile): LawClockView | undefined {
  const found = runningIn(file);
  if (!found) return undefined;
  const { rule, running } = found;
  const stage = rungOf(file, rule, running);
  return { clock: rule.what, ...running, waitsFor: actorOf(file, rule), ...(stage !== undefined && { stage }) };
}

/** The clock that runs in a file, as views show it. */
export function shownClock(file: IncidentFile): { lawClock?: LawClockView } {
  const lawClock = lawClockOf(file);
  return lawClock ? { lawClock } : {};
}

/** What the clock of a file says next; undefined when it has said everything, or none runs. */
export function nextLawRing(file: IncidentFile, clock = lawClockOf(file)): LawRing | undefined {
  if (!clock) return undefined;
  const rule = LAW_CLOCK_RULES[clock.clock];
  const next = rule.ladder.find(({ percent }) => percent > (clock.stage ?? 0));
  if (!next) return undefined;
  const from = Date.parse(clock.from);
  const rings = new Date(from + ((Date.parse(clock.dueAt) - from) * next.percent) / 100);
  const { percent: stage, escalatedTo } = next;
  return { ...clock, rule, stage, rings, ...(escalatedTo && { escalatedTo }) };
}

function runningIn(file: IncidentFile): { rule: LawClock; running: Running } | undefined {
  for (const rule of Object.values(LAW_CLOCK_RULES)) {
    const running = rule.running(file);
    if (running) return { rule, running };
  }
  return undefined;
}

/** How far it has rung; an extension begins anew. */
const rungOf = ({ rung }: IncidentFile, { what }: LawClock, { dueAt }: Running): ClockStep | undefined =>
  rung?.clock === what && rung.dueAt === dueAt ? rung.stage : undefined;

/** Who has to act: whose turn it is with a decision that is proposed, else who would propose it. */
function actorOf({ case: filed }: IncidentFile, { waitsFor }: LawClock): LawClockWait {
  const waiting = (filed?.proposals ?? []).find(({ entry, waitsFor: turn }) => !entry && turn !== undefined)?.waitsFor;
  return waiting === undefined || waiting === 'property_custodian' ? waitsFor : waiting;
}
