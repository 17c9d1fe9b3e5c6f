import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { addMs, SECOND } from '#domain-kit';
import { every, type Repeating } from '#persistence';
import { AppLogger, Clock } from '#platform';
import { ATTEMPT_MS, CLAIM_MS, MOST_ATTEMPTS, pauseAfter } from '../domain/delivery.js';
import { NOTICE_CHANNELS, Undeliverable, type NoticeChannel, type SentChannel } from '../outbound/channels/channel.js';
import { DeliveryRepository, type Due, type Outcome } from '../outbound/database/delivery.repository.js';

/** How often each channel looks for what is due; what this process commits is sent at once. */
const LOOK_MS = 2 * SECOND;
/** Notices, each of another incident, that one channel sends at the same time. */
const AT_ONCE = 20;
const LONGEST_REASON = 500;

/**
 * Sends the notices that leave this database: a loop per channel, so that a slow one holds up nobody else. Each is sent at
 * least once and in order per incident; what fails is sent again after a pause that grows, and given up in the end. Several
 * processes share the work: who moves the number of attempts has the delivery. What waits is in the table, so a restart
 * goes on with it.
 */
@Injectable()
export class DeliverNotices implements OnModuleInit, OnModuleDestroy {
  private loops: Repeating[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly deliveries: DeliveryRepository,
    @Inject(NOTICE_CHANNELS) private readonly channels: readonly NoticeChannel[],
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  onModuleInit(): void {
    const sent = this.channels.filter((channel): channel is SentChannel => channel.kind === 'sent');
    this.loops = sent.map((channel) =>
      every(LOOK_MS, () => this.run(channel), {
        keepsAlive: false,
        report: (error) =>
          this.logger.warn({ msg: 'deliveries could not be read', context: channel.name, err: error as Error }),
      }),
    );
    this.deliveries.onQueued(() => {
      for (const loop of this.loops) void loop.now();
    });
  }

  /** What is under way is given up and sent again by whoever comes next. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort(new Error('the process stopped'));
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** Sends all that is due in one channel; answers how many were tried. */
  async run(channel: SentChannel): Promise<number> {
    let tried = 0;
    for (
      let due = await this.due(channel);
      due.length > 0 && !this.stopping.signal.aborted;
      due = await this.due(channel)
    ) {
      const claimed = await Promise.all(due.map((each) => this.attempt(channel, each)));
      const mine = claimed.filter(Boolean).length;
      // Another process is at it.
      if (mine === 0) return tried;
      tried += mine;
    }
    return tried;
  }

  private due(channel: SentChannel): Promise<Due[]> {
    return this.deliveries.due(channel.name, this.clock.now(), AT_ONCE);
  }

  /** False when another process has it. */
  private async attempt(channel: SentChannel, due: Due): Promise<boolean> {
    const { delivery } = due;
    if (!(await this.deliveries.claim(delivery, addMs(this.clock.now(), CLAIM_MS)))) return false;
    const outcome = await this.outcomeOf(channel, due);
    await this.deliveries.settle(delivery, outcome, this.clock.now());
    return true;
  }

  private async outcomeOf(channel: SentChannel, { delivery, notice }: Due): Promise<Outcome> {
    const { dueAt } = delivery;
    // Since it was queued the incident was restricted: its notices are for others now, or for nobody.
    if (notice.visibleTo !== notice.audience) return { state: 'failed', reason: 'withdrawn', dueAt };
    try {
      return {
        state: await within(ATTEMPT_MS, this.stopping.signal, (signal) => channel.deliver(notice, signal)),
        dueAt,
      };
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_REASON);
      if (this.stopping.signal.aborted) return { state: 'queued', reason, dueAt };
      const attempts = delivery.attempts + 1;
      if (error instanceof Undeliverable || attempts >= MOST_ATTEMPTS) return { state: 'failed', reason, dueAt };
      return { state: 'queued', reason, dueAt: addMs(this.clock.now(), pauseAfter(attempts)) };
    }
  }
}

/** Work that counts as failed after some time or when `stopping` says so, whether it heeds its signal or not. */
async function within<T>(ms: number, stopping: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const stop = (): void => end.abort(stopping.reason);
  const timer = setTimeout(() => end.abort(new Error(`no answer within ${ms} ms`)), ms).unref();
  stopping.addEventListener('abort', stop);
  try {
    const ended = new Promise<never>((_resolve, reject) => {
      end.signal.addEventListener('abort', () => reject(end.signal.reason as Error));
    });
    return await Promise.race([work(end.signal), ended]);
  } finally {
    clearTimeout(timer);
    stopping.removeEventListener('abort', stop);
  }
}
