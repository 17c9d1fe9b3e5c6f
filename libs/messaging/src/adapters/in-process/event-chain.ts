import { SERVICES, type DomainEvent, type ServiceName } from '#contracts';
import { every, LostRace, type Database, type Repeating, type UnitOfWork } from '#persistence';
import type { PublishedEvent } from '../../outbox/published-event.js';
import { leftoversOf } from './leftovers.js';

/** How often another process's events are looked for, ms. */
const LOOK_MS = 1000;

/** A service that takes events inside the transaction of whoever publishes them. */
export interface ChainLink {
  readonly service: string;
  /** Whether it does anything about such an event. */
  handles(event: PublishedEvent): boolean;
  /**
   * Applies events, in order, as a part of the transaction of `around`; answers what it published itself. One that fails for
   * a reason of its own is set aside; what this throws undoes the whole transaction.
   */
  take(around: UnitOfWork, events: readonly PublishedEvent[]): Promise<readonly PublishedEvent[]>;
}

/**
 * The way of events in one process over one file: whatever a unit of work published is handed over as objects, before its
 * COMMIT, to every service that handles it, in turn, and so is what these publish. All of it becomes durable together, or
 * nothing. Nothing is sent, stored in between or counted off: a transaction happens once, and in order.
 *
 * What was published while not all services ran (at start, by the command line) waits in the outboxes; the next
 * transaction takes it in before its own events.
 */
export class EventChain {
  private readonly expected = new Set<string>();
  private links: readonly ChainLink[] = [];
  private readonly publishers: Database[] = [];
  private looking: Repeating | undefined;
  /** The file's revision when its outboxes were last found empty. */
  private emptyAt: number | undefined;

  /** The chain is not whole until this service has joined it. */
  expect(service: string): void {
    this.expected.add(service);
  }

  /** A service whose events travel on this chain: its transactions end by handing them over. */
  begin(database: Database): void {
    this.publishers.push(database);
    database.epilogue = (unit) => this.handOver(unit);
  }

  /** Whether events are handed over; else they wait in the outbox of their service. */
  get whole(): boolean {
    return this.expected.size > 0 && this.links.length === this.expected.size;
  }

  /** A service begins to work; once all do, what waited is handed over. */
  async join(link: ChainLink, report: (error: unknown) => void): Promise<void> {
    const order = ({ service }: ChainLink) => SERVICES.indexOf(service as ServiceName);
    this.links = [...this.links, link].sort((a, b) => order(a) - order(b));
    if (!this.whole) return;
    this.looking = every(LOOK_MS, () => this.look(), { report });
    await this.looking.now();
  }

  /** A service stops; what is published from now on waits in the outboxes. */
  async leave(link: ChainLink): Promise<void> {
    this.links = this.links.filter((each) => each !== link);
    this.emptyAt = undefined;
    await this.looking?.stop();
    this.looking = undefined;
  }

  /** Events of an open unit of work, to be handed over at the end of its transaction. */
  publish(unit: UnitOfWork, events: readonly PublishedEvent[]): void {
    const published = this.publishedBy(unit);
    for (const each of events) {
      if (typeof each.event === 'object') freeze(each.event);
      published.push(each);
    }
  }

  /** What a unit of work has published so far. */
  publishedBy(unit: UnitOfWork): PublishedEvent[] {
    return unit.local(this, (): PublishedEvent[] => []);
  }

  /** Takes in what another process left, in a transaction of nobody's. */
  private async look(): Promise<void> {
    const [first] = this.publishers;
    if (!first || !this.whole || (await first.revision()) === this.emptyAt) return;
    await first.write(() => Promise.resolve());
  }

  private async handOver(unit: UnitOfWork): Promise<void> {
    if (!this.whole) {
      // A service stopped between publishing and now: done again, the events wait in the outbox.
      if (this.publishedBy(unit).length > 0) throw new LostRace('end of the chain');
      return;
    }
    const queue = [...(await this.leftovers(unit)), ...this.publishedBy(unit)];
    const reached = new Map<ChainLink, number>();
    const due = (link: ChainLink) => queue.slice(reached.get(link) ?? 0).filter((event) => link.handles(event));
    for (;;) {
      const next = this.links.map((link) => ({ link, events: due(link) })).find(({ events }) => events.length > 0);
      if (!next) return;
      reached.set(next.link, queue.length);
      queue.push(...(await next.link.take(unit, next.events)));
    }
  }

  private async leftovers(unit: UnitOfWork): Promise<PublishedEvent[]> {
    const revision = await this.publishers[0]?.revision();
    if (revision === this.emptyAt) return [];
    const found = await leftoversOf(this.publishers, unit);
    unit.afterCommit(() => {
      if (this.whole) this.emptyAt = revision;
    });
    return found;
  }
}

/** An event is the same for all who get it: whoever wants another one makes another one. */
function freeze(value: DomainEvent | object): void {
  Object.freeze(value);
  for (const key in value) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) freeze(part);
  }
}
