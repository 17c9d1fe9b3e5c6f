import { Injectable, Logger } from '@nestjs/common';
import type { Priority } from '#contracts';
import type { Refusal } from '#domain-kit';
import { Clock } from '#platform';
import { Pace } from '../domain/admission/pace.js';
import { IntakeConfig } from '../intake.config.js';
import { OutboxDepth } from '../outbound/database/outbox-depth.js';
import { overloaded } from './report.refusals.js';

/** Milliseconds between two lines about refusals: at ten thousand a minute one each would be a load of its own. */
const TELL_EVERY_MS = 10_000;

const logger = new Logger('load');

/** Nothing life-threatening is refused before something that can wait. */
const URGENT: readonly Priority[] = ['P1', 'P2'];

/** Refuses reports while too many events wait to be sent, or those sent are planned too late. */
@Injectable()
export class ShedLoad {
  private refused = 0;
  private toldAtMs = -Infinity;

  constructor(
    private readonly outbox: OutboxDepth,
    private readonly pace: Pace,
    private readonly clock: Clock,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * Throws 503 with Retry-After for a report of this priority. Urgent ones are refused only when twice as much waits to be
   * sent as may. Answers whether a report that is taken has to wait for its plan.
   */
  async run(priority: Priority): Promise<boolean> {
    const urgent = URGENT.includes(priority);
    const limit = this.config.outboxLimit * (urgent ? 2 : 1);
    const nowMs = this.clock.now().getTime();
    if ((await this.outbox.now()) > limit) throw this.refusal('sending is late', nowMs);
    const waits = this.pace.waits(nowMs);
    if (!this.pace.admits(urgent, nowMs)) throw this.refusal('plans are late', nowMs);
    return waits;
  }

  /** Throws 503 while plans are late, for a report that was not checked yet; not if it is urgent or cannot be graded. */
  early(priorityOf: () => Priority | undefined): void {
    const nowMs = this.clock.now().getTime();
    if (!this.pace.isBehind(nowMs)) return;
    const priority = priorityOf();
    if (priority !== undefined && !URGENT.includes(priority)) throw this.refusal('plans are late', nowMs);
  }

  private refusal(why: string, nowMs: number): Refusal {
    this.refused += 1;
    if (nowMs - this.toldAtMs >= TELL_EVERY_MS) {
      logger.warn({ msg: 'reports refused', why, refused: this.refused });
      this.refused = 0;
      this.toldAtMs = nowMs;
    }
    return overloaded();
  }
}
