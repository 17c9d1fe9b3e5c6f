import type { ConsumedRecord, EventBus, EventConsumer, EventProducer, EventRecord, Subscription } from '../../ports.js';

interface Member {
  readonly subscription: Subscription;
  /** Tail of the member's queue: batches are handled one after the other, in the order they were sent. */
  tail: Promise<void>;
  running: boolean;
}

/**
 * The embedded profile's stand-in for a broker: same ports, no storage of its own. A batch counts as sent once every group
 * has handled it, so the sender's outbox keeps what a crash interrupts. Nothing is sent before every consumer that exists
 * runs, and nothing while one has stopped: its group would miss it for ever.
 */
export class InProcessBroker implements EventBus {
  readonly kind = 'in-process';
  private readonly groups = new Map<string, Member>();
  private readonly starting = new Set<object>();
  /** Unique across restarts, because parked events remember their offset. */
  private offset = BigInt(Date.now()) * 1_000_000n;

  producer(): EventProducer {
    return {
      connect: () => Promise.resolve(),
      sendBatch: (records) => this.send(records),
      disconnect: () => Promise.resolve(),
    };
  }

  consumer(): EventConsumer {
    let member: Member | undefined;
    const token = {};
    this.starting.add(token);
    return {
      run: (subscription) => {
        this.starting.delete(token);
        member = { subscription, tail: Promise.resolve(), running: true };
        this.groups.set(subscription.groupId, member);
        return Promise.resolve();
      },
      stop: async () => {
        this.starting.delete(token);
        if (!member) return;
        member.running = false;
        await member.tail;
      },
      healthy: () => member?.running ?? false,
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

  private async send(records: readonly EventRecord[]): Promise<void> {
    if (this.starting.size > 0) throw new Error(`${this.starting.size} consumer(s) do not run yet`);
    const placed = records.map((record): ConsumedRecord => {
      this.offset += 1n;
      return { ...record, partition: 0, offset: String(this.offset) };
    });
    await Promise.all([...this.groups.values()].map((member) => this.deliver(member, placed)));
  }

  private deliver(member: Member, placed: readonly ConsumedRecord[]): Promise<void> {
    const wanted = placed.filter(({ topic }) => member.subscription.topics.includes(topic));
    if (wanted.length === 0) return Promise.resolve();
    const stopped = () => new Error(`${member.subscription.groupId} has stopped`);
    const handled = member.tail.then(async () => {
      if (!member.running) throw stopped();
      await member.subscription.onBatch({
        records: wanted,
        done: () => Promise.resolve(),
        heartbeat: () => Promise.resolve(),
        abandoned: () => !member.running,
      });
      if (!member.running) throw stopped();
    });
    member.tail = handled.catch(() => undefined);
    return handled;
  }
}
