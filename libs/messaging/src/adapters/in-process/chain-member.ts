import { Refusal } from '#domain-kit';
import { failpoint, isTransient, isUnavailable, LostRace, type Database, type UnitOfWork } from '#persistence';
import { toHeaders } from '../../codec.js';
import { Cursors } from '../../inbox/cursors.js';
import { subjectsOf, type Inbox, type Incoming } from '../../inbox/inbox.js';
import type { Parking } from '../../inbox/parking.js';
import type { Sweeper } from '../../inbox/sweeper.js';
import { payloadOf, type PublishedEvent } from '../../outbox/published-event.js';
import type { MessagingLog } from '../../options.js';
import { cursorTable } from '../../tables.js';
import type { ChainLink, EventChain } from './event-chain.js';
import { nextOffset } from './offsets.js';

/** Attempts at a part of a transaction that lost a race against what this process remembers. */
const ATTEMPTS = 5;

/** What a service does with its events needs these. */
export interface ChainMemberParts {
  readonly database: Database;
  readonly inbox: Inbox;
  readonly parking: Parking;
  readonly sweeper: Sweeper;
  readonly chain: EventChain;
  readonly log: MessagingLog;
}

/**
 * A service on the chain, and the one place there that decides what a failure means: a fault of the file undoes the
 * transaction of whoever published; an event that its handler fails at is set aside alone, its followers wait behind it.
 */
export class ChainMember implements ChainLink {
  /** Aggregates that have something parked here; only those have cursors. */
  private readonly blocked = new Set<string>();

  constructor(
    readonly service: string,
    private readonly parts: ChainMemberParts,
    private readonly watch: (events: readonly PublishedEvent[]) => void,
  ) {}

  /** Learns what is parked; before it joins. */
  async prepare(): Promise<void> {
    const cursors = await this.parts.database.rows(cursorTable, 'WHERE `consumer` = ?', [this.service]);
    for (const { aggregateId } of cursors) this.blocked.add(aggregateId);
  }

  handles({ topic, envelope }: PublishedEvent): boolean {
    return this.parts.inbox.handles(topic, envelope);
  }

  async take(around: UnitOfWork, events: readonly PublishedEvent[]): Promise<readonly PublishedEvent[]> {
    try {
      const published = await this.outrace(() => this.apply(around, events));
      around.afterCommit(() => this.watch(events));
      return published;
    } catch (error) {
      if (isUnavailable(error) || isTransient(error) || error instanceof LostRace) throw error;
      const [only] = events;
      if (events.length === 1 && only) return this.setAside(around, only, error);
      const published: PublishedEvent[] = [];
      for (const event of events) published.push(...(await this.take(around, [event])));
      return published;
    }
  }

  private async outrace<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof LostRace) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private apply(around: UnitOfWork, events: readonly PublishedEvent[]): Promise<readonly PublishedEvent[]> {
    const { inbox, sweeper } = this.parts;
    const all = events.map(incoming);
    return this.part(around, subjectsOf(all), async (cursors) => {
      const freed = await inbox.applyAll(all, cursors);
      failpoint('inbox.handled');
      around.afterCommit(() => freed.forEach((key) => sweeper.trySoon(key)));
    });
  }

  /**
   * Sets an event aside. One that was refused is dead; any other failure may pass, so the event waits in the park for
   * further attempts within seconds, which nobody else waits for.
   */
  private setAside(around: UnitOfWork, event: PublishedEvent, error: unknown): Promise<readonly PublishedEvent[]> {
    const { parking, sweeper, log } = this.parts;
    const { envelope } = event;
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const reason = error instanceof Refusal ? 'rejected' : 'behind';
    log.error('event parked', {
      consumer: this.service,
      type: envelope.type,
      subject: envelope.subject,
      reason,
      error: text,
    });
    this.blocked.add(envelope.subject);
    return this.part(around, [envelope.subject], (cursors) => {
      cursors.of(envelope.source, envelope.subject, envelope.sequence).parked = true;
      parking.park(incoming(event).record(), envelope, reason, { error: text, attempts: 1 });
      const key = { source: envelope.source, aggregateId: envelope.subject };
      if (reason === 'behind') around.afterCommit(() => sweeper.trySoon(key));
      return Promise.resolve();
    });
  }

  /** A part of the transaction around; answers what it published. */
  private async part(
    around: UnitOfWork,
    subjects: readonly string[],
    work: (cursors: Cursors) => Promise<void>,
  ): Promise<readonly PublishedEvent[]> {
    const { database, chain, inbox } = this.parts;
    let unit: UnitOfWork | undefined;
    await database.takePart(
      around,
      async () => {
        unit = database.unit;
        const blocked = subjects.filter((subject) => this.blocked.has(subject));
        await work(await Cursors.load(database, inbox.options, blocked));
      },
      subjects,
    );
    return unit ? chain.publishedBy(unit) : [];
  }
}

const incoming = ({ topic, envelope, event }: PublishedEvent): Incoming => ({
  topic,
  envelope,
  ...(typeof event !== 'string' && { event }),
  record: () => ({
    topic,
    partition: 0,
    offset: nextOffset(),
    key: envelope.subject,
    headers: toHeaders(envelope),
    value: payloadOf(event),
  }),
});
