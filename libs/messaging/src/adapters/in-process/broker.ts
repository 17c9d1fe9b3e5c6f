import type {
  ConsumedBatch,
  ConsumedRecord,
  ConsumerGroup,
  EventBus,
  EventConsumer,
  EventProducer,
  EventRecord,
} from '../../ports.js';

import type { EventChain } from './event-chain.js';
import { nextOffset } from './offsets.js';

type OnBatch = (batch: ConsumedBatch) => Promise<void>;

/** What one group reads, and who works for it. */
interface Group {
  readonly id: string;
  readonly topics: Set<string>;
  readonly members: OnBatch[];
  /** Nobody works for the group any more; before its first member it is only expected. */
  stopped: boolean;
  /** End of the group's queue: batches are handled one after the other, in the order they were sent. */
  tail: Promise<void>;
}

interface HeldBack {
  readonly records: readonly EventRecord[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * The embedded profile's stand-in for a broker: same ports, no storage of its own. A batch counts as sent once every group
 * that reads its topics has handled all of it, so the sender's outbox keeps what a crash or a shutdown interrupts, and what
 * a reader that is not in this process would never get.
 */
export class InProcessBroker implements EventBus {
  readonly kind = 'in-process';
  private readonly groups = new Map<string, Group>();
  private heldBack: HeldBack[] = [];

  /**
   * With a chain, services that run in this process take events from it and the topics stand empty.
   * @param readersOf the groups that must read a topic here, so that a record of it has not gone to nobody
   */
  constructor(
    readonly chain?: EventChain,
    private readonly readersOf: (topic: string) => readonly string[] = () => [],
  ) {}

  producer(): EventProducer {
    return {
      connect: () => Promise.resolve(),
      sendBatch: (records) => this.send(records),
      disconnect: () => Promise.resolve(),
    };
  }

  /** From now on nothing counts as sent that this group has not handled, also before its consumer runs. */
  consumer({ groupId, topics }: ConsumerGroup): EventConsumer {
    const group = this.groupOf(groupId);
    for (const topic of topics) group.topics.add(topic);
    let member: OnBatch | undefined;
    return {
      run: (onBatch) => {
        member = onBatch;
        group.members.push(member);
        group.stopped = false;
        this.release();
        return Promise.resolve();
      },
      stop: async () => {
        if (member) group.members.splice(group.members.indexOf(member), 1);
        member = undefined;
        group.stopped = group.members.length === 0;
        if (group.stopped) this.refuseHeldBack(groupId);
        await group.tail;
      },
      healthy: () => member !== undefined,
    };
  }

  createTopics(): Promise<string[]> {
    return Promise.resolve([]);
  }

  check(): Promise<{ version: string }> {
    return Promise.resolve({ version: 'in-process' });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private groupOf(id: string): Group {
    let group = this.groups.get(id);
    if (!group) {
      group = { id, topics: new Set(), members: [], stopped: false, tail: Promise.resolve() };
      this.groups.set(id, group);
    }
    return group;
  }

  private get idle(): Group[] {
    return [...this.groups.values()].filter(({ members }) => members.length === 0);
  }

  private async send(records: readonly EventRecord[]): Promise<void> {
    const absent = records.flatMap(({ topic }) => this.readersOf(topic)).find((id) => !this.groups.has(id));
    if (absent !== undefined) throw new Error(`nobody in this process reads for ${absent}`);
    const stopped = this.idle.find((group) => group.stopped);
    if (stopped) throw new Error(`${stopped.id} has stopped`);
    if (this.idle.length === 0) return this.deliver(records);
    return new Promise((resolve, reject) => this.heldBack.push({ records, resolve, reject }));
  }

  /**
   * Everybody works: what the outboxes kept from before the start is delivered in the order it came about, whichever
   * service's relay was first (ids are UUIDv7: a cause has a smaller one than its effect).
   */
  private release(): void {
    if (this.idle.length > 0 || this.heldBack.length === 0) return;
    const held = this.heldBack.splice(0);
    const id = ({ headers }: EventRecord) => headers['ce_id'] ?? '';
    const records = held.flatMap((each) => each.records).sort((a, b) => (id(a) < id(b) ? -1 : 1));
    this.deliver(records).then(
      () => held.forEach(({ resolve }) => resolve()),
      (error: Error) => held.forEach(({ reject }) => reject(error)),
    );
  }

  private refuseHeldBack(groupId: string): void {
    for (const { reject } of this.heldBack.splice(0)) reject(new Error(`${groupId} has stopped`));
  }

  private async deliver(records: readonly EventRecord[]): Promise<void> {
    const placed = records.map((record): ConsumedRecord => ({ ...record, partition: 0, offset: nextOffset() }));
    await Promise.all([...this.groups.values()].map((group) => this.deliverTo(group, placed)));
  }

  private deliverTo(group: Group, placed: readonly ConsumedRecord[]): Promise<void> {
    const wanted = placed.filter(({ topic }) => group.topics.has(topic));
    if (wanted.length === 0) return Promise.resolve();
    const handled = group.tail.then(() => hand(group, wanted));
    group.tail = handled.catch(() => undefined);
    return handled;
  }
}

async function hand(group: Group, records: readonly ConsumedRecord[]): Promise<void> {
  const [member] = group.members;
  if (!member) throw new Error(`${group.id} has stopped`);
  let reached: ConsumedRecord | undefined;
  await member({
    records,
    done: (record) => Promise.resolve(void (reached = record)),
    heartbeat: () => Promise.resolve(),
    abandoned: () => !group.members.includes(member),
  });
  if (reached !== records.at(-1)) throw new Error(`${group.id} stopped in the middle of a batch`);
}
