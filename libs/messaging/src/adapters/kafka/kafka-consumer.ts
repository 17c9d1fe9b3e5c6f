import type { Consumer, Kafka } from 'kafkajs';
import type { MessagingLog } from '../../options.js';
import type { ConsumerGroup, EventConsumer } from '../../ports.js';
import type { FormerMembers } from './former-members.js';
import { handBatch, Place, type OnBatch } from './kafka-batch.js';
import { memberConfig } from './member-config.js';
import { StallWatch } from './stall-watch.js';

/** Kafka's default lower bound, where the broker refuses ours. */
const SESSION_FALLBACK_MS = 6000;
const RESTART_MS = 500;
/** A member that asks for nothing for so long is made anew; below the 30 s within which what waits must go on. */
const STALLED_MS = 10_000;

/** What stands before a member's joining. */
export interface BeforeJoining {
  /** Who bore its name before. */
  readonly former?: FormerMembers | undefined;
  /** Waits until the group can be joined, or until nobody wants to any more. */
  readonly expected: (stopping: () => boolean) => Promise<void>;
}

/** A member of a group over kafkajs, which starts itself again after what kafkajs gives up for. */
export class KafkaConsumer implements EventConsumer {
  private consumer: Consumer | undefined;
  private joined = false;
  private readonly place = new Place();
  private stalls: StallWatch | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly group: ConsumerGroup,
    private readonly log: MessagingLog,
    private session: number,
    private readonly before: BeforeJoining = { expected: () => Promise.resolve() },
  ) {}

  async run(onBatch: OnBatch): Promise<void> {
    this.place.stopping = false;
    const { former, expected } = this.before;
    await expected(() => this.place.stopping);
    const consumer = this.kafka.consumer(memberConfig(this.group.groupId, this.session, former));
    this.consumer = consumer;
    const stalls = this.watchStalls(consumer, onBatch);
    this.watch(consumer, onBatch);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.group.topics], fromBeginning: true });
      await former?.remove(consumer, this.log);
      await consumer.run({
        autoCommit: false,
        autoCommitInterval: 1000,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch: (payload) => stalls.during(() => handBatch(payload, onBatch, this.place, this.log)),
      });
      stalls.start();
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.place.stopping = true;
    this.joined = false;
    this.stalls?.stop();
    await this.consumer?.disconnect();
  }

  healthy(): boolean {
    return this.joined;
  }

  private watch(consumer: Consumer, onBatch: OnBatch): void {
    const current = () => consumer === this.consumer && !this.place.stopping;
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.joined = current();
      this.place.outdated &&= !this.joined;
    });
    consumer.on(consumer.events.DISCONNECT, () => (this.joined &&= !current()));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!current()) return;
      this.joined = false;
      if (/session timeout/i.test(payload.error.message) && this.session < SESSION_FALLBACK_MS) {
        this.session = SESSION_FALLBACK_MS;
        this.log.warn('the broker refuses a short consumer session, using its default', { sessionMs: this.session });
      } else {
        this.log.error('consumer stopped, starting it again', { error: payload.error.message });
      }
      void consumer.disconnect().catch(() => undefined);
      setTimeout(() => this.again(onBatch), RESTART_MS);
    });
  }

  /** One that does not ask any more is left, and its successor takes its place in the group. */
  private watchStalls(consumer: Consumer, onBatch: OnBatch): StallWatch {
    this.stalls?.stop();
    const stalls = new StallWatch(
      STALLED_MS,
      () => this.joined && consumer === this.consumer,
      () => {
        this.log.error('consumer asks for nothing any more, making it anew', { groupId: this.group.groupId });
        this.joined = false;
        void consumer.disconnect().catch(() => undefined);
        this.again(onBatch);
      },
    );
    consumer.on(consumer.events.FETCH, () => this.place.outdated || stalls.sign());
    this.stalls = stalls;
    return stalls;
  }

  private again(onBatch: OnBatch): void {
    if (this.place.stopping) return;
    this.run(onBatch).catch((error: unknown) => {
      this.log.error('consumer could not start', { error: String(error) });
      setTimeout(() => this.again(onBatch), RESTART_MS);
    });
  }
}
