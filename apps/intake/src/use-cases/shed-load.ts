import { Injectable } from '@nestjs/common';
import type { Priority } from '#contracts';
import { IntakeConfig } from '../intake.config.js';
import { OutboxDepth } from '../outbound/database/outbox-depth.js';
import { overloaded } from './report.refusals.js';

/** P1 and P2 are taken until twice as much waits: nothing life-threatening is refused before something that can wait. */
const URGENT: readonly Priority[] = ['P1', 'P2'];

/** Refuses reports while too many events wait to be sent. */
@Injectable()
export class ShedLoad {
  constructor(
    private readonly outbox: OutboxDepth,
    private readonly config: IntakeConfig,
  ) {}

  /** Throws 503 with Retry-After for a report of this priority when the outbox is too deep for it. */
  async run(priority: Priority): Promise<void> {
    const limit = this.config.outboxLimit * (URGENT.includes(priority) ? 2 : 1);
    if ((await this.outbox.now()) > limit) throw overloaded();
  }
}
