import { Injectable } from '@nestjs/common';
import type { Priority } from '#contracts';
import { Clock } from '#platform';
import { Pace } from '../domain/admission/pace.js';
import { IntakeConfig } from '../intake.config.js';
import { OutboxDepth } from '../outbound/database/outbox-depth.js';
import { overloaded } from './report.refusals.js';

/** Nothing life-threatening is refused before something that can wait. */
const URGENT: readonly Priority[] = ['P1', 'P2'];

/** Refuses reports while too many events wait to be sent, or those sent are planned too late. */
@Injectable()
export class ShedLoad {
  constructor(
    private readonly outbox: OutboxDepth,
    private readonly pace: Pace,
    private readonly clock: Clock,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * Throws 503 with Retry-After for a report of this priority. Urgent ones are refused only when twice as much waits to be
   * sent as may.
   */
  async run(priority: Priority): Promise<void> {
    const urgent = URGENT.includes(priority);
    const limit = this.config.outboxLimit * (urgent ? 2 : 1);
    if ((await this.outbox.now()) > limit) throw overloaded();
    if (!this.pace.admits(urgent, this.clock.now().getTime())) throw overloaded();
  }
}
