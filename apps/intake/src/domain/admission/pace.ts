/** Plans tell how late the pipeline is for so long, ms; without newer ones it is idle or down, and nobody knows. */
const TOLD_FOR_MS = 2000;
const SECOND_MS = 1000;

/** From a report to its plan, ms since 1970. */
interface Planned {
  readonly reportedAtMs: number;
  readonly plannedAtMs: number;
}

/**
 * The pace at which reports are taken while what follows intake is late. It becomes late when an incident is planned more
 * than `lateMs` after its report, and is so until one is planned within half of that. Meanwhile a report is taken if all
 * that wait before it can be planned within `lateMs`. While nothing is planned everything is taken: a pipeline that stands
 * still keeps what waits, and a pause in the reports is no reason to refuse the next one.
 */
export class Pace {
  private late = false;
  private toldAt = -Infinity;
  /** Plans counted: in which second, in it, and in the one before. */
  private second = 0;
  private inIt = 0;
  private before = 0;
  /** When the reports were taken that may not be planned yet, oldest first. */
  private waiting: number[] = [];

  /** @param lateMs 0: never late */
  constructor(private readonly lateMs: number) {}

  /** An incident has been planned; it is told now, which after a pause may be much later. */
  planned({ reportedAtMs, plannedAtMs }: Planned, nowMs: number): void {
    this.count(Math.floor(nowMs / SECOND_MS));
    this.toldAt = nowMs;
    const ageMs = plannedAtMs - reportedAtMs;
    this.late = this.lateMs > 0 && ageMs > (this.late ? this.lateMs / 2 : this.lateMs);
    const next = this.waiting.findIndex((takenAt) => takenAt > reportedAtMs);
    this.waiting.splice(0, next < 0 ? this.waiting.length : next);
  }

  /** Whether a report is taken now; an urgent one always is. */
  admits(urgent: boolean, nowMs: number): boolean {
    if (nowMs - this.toldAt > TOLD_FOR_MS) {
      this.late = false;
      this.waiting = [];
    }
    if (this.late && !urgent && this.waitMs > this.lateMs) return false;
    this.waiting.push(nowMs);
    return true;
  }

  /** How long one more report would wait for its plan. */
  private get waitMs(): number {
    return (this.waiting.length * SECOND_MS) / Math.max(this.before, this.inIt);
  }

  private count(second: number): void {
    if (second !== this.second) {
      this.before = second === this.second + 1 ? this.inIt : 0;
      this.inIt = 0;
      this.second = second;
    }
    this.inIt += 1;
  }
}
