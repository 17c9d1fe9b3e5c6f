const SECOND_MS = 1000;
/**
 * Plans tell how late the pipeline is, and how fast, for so many seconds; without newer ones it is idle or down, and nobody
 * knows. Under load they come in bursts of some seconds.
 */
const TOLD_FOR_S = 5;

/**
 * So many reports are planned in one transaction however few a minute come: a rate that few tell means nothing, and among
 * few one that is never planned (a repetition, say) would look like a pipeline that is late.
 */
const FEW = 50;

/** Milliseconds of waiting for a plan that whoever reports is told of. */
const NOTICED_MS = 2000;

/** From a report to its plan, ms since 1970. */
interface Planned {
  readonly reportedAtMs: number;
  readonly plannedAtMs: number;
}

/**
 * The pace at which reports are taken while what follows intake is late. It is late when an incident is planned more than
 * `lateMs` after its report, until one is planned within half of that, and while the oldest report without a plan has waited
 * for so long. Meanwhile a report is taken if all that wait before it can be planned within `lateMs`. While nothing is
 * planned everything is taken: a pipeline that stands still keeps what waits, and a pause in the reports is no reason to
 * refuse the next one.
 */
export class Pace {
  private late = false;
  /** How late the newest plan came. */
  private ageMs = 0;
  private toldAt = -Infinity;
  /** Plans counted per second of the last `TOLD_FOR_S`, oldest first. */
  private counts: { readonly second: number; plans: number }[] = [];
  /** When the reports were taken that may not be planned yet, oldest first. */
  private waiting: number[] = [];

  /** @param lateMs 0: never late */
  constructor(private readonly lateMs: number) {}

  /** An incident has been planned; it is told now, which after a pause may be much later. */
  planned({ reportedAtMs, plannedAtMs }: Planned, nowMs: number): void {
    this.count(nowMs);
    this.toldAt = nowMs;
    this.ageMs = plannedAtMs - reportedAtMs;
    this.late = this.lateMs > 0 && this.ageMs > (this.late ? this.lateMs / 2 : this.lateMs);
    const next = this.waiting.findIndex((takenAt) => takenAt > reportedAtMs);
    this.waiting.splice(0, next < 0 ? this.waiting.length : next);
  }

  /** Whether a report is taken now; an urgent one always is. */
  admits(urgent: boolean, nowMs: number): boolean {
    if (!urgent && this.isBehind(nowMs)) return false;
    this.waiting.push(nowMs);
    return true;
  }

  /** Whether a report that is taken now has to wait for its plan longer than anybody would expect. */
  waits(nowMs: number): boolean {
    this.forget(nowMs);
    const [oldest = nowMs] = this.waiting;
    const many = this.waiting.length > FEW && Math.max(nowMs - oldest, this.waitMs(nowMs)) > NOTICED_MS;
    return many || this.ageMs > NOTICED_MS;
  }

  /** Whether reports that can wait are refused now. */
  isBehind(nowMs: number): boolean {
    this.forget(nowMs);
    return this.waiting.length > FEW && this.isLate(nowMs) && this.waitMs(nowMs) > this.lateMs;
  }

  private forget(nowMs: number): void {
    if (nowMs - this.toldAt <= TOLD_FOR_S * SECOND_MS) return;
    this.late = false;
    this.ageMs = 0;
    this.waiting = [];
  }

  /** Plans tell how late they were; the oldest report without one tells it before its plan does. */
  private isLate(nowMs: number): boolean {
    const [oldest = nowMs] = this.waiting;
    return this.late || (this.lateMs > 0 && nowMs - oldest > this.lateMs);
  }

  /** How long one more report would wait for its plan. */
  private waitMs(nowMs: number): number {
    const second = secondOf(nowMs);
    const recent = this.counts.filter((counted) => counted.second > second - TOLD_FOR_S);
    const plans = recent.reduce((sum, counted) => sum + counted.plans, 0);
    const seconds = second - (recent[0]?.second ?? second) + 1;
    return (this.waiting.length * seconds * SECOND_MS) / plans;
  }

  private count(nowMs: number): void {
    const second = secondOf(nowMs);
    const last = this.counts.at(-1);
    if (last?.second === second) last.plans += 1;
    else this.counts = [...this.counts.slice(1 - TOLD_FOR_S), { second, plans: 1 }];
  }
}

const secondOf = (ms: number): number => Math.floor(ms / SECOND_MS);
