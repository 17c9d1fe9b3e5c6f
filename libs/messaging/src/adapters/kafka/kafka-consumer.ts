import kafkajs, { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import type { ConsumedBatch, ConsumedRecord, ConsumerGroup, EventConsumer, MessagingLog } from '../../ports.js';
import type { FormerMembers } from './former-members.js';
import { StallWatch } from './stall-watch.js';

const { KafkaJSError } = kafkajs;

const HEARTBEAT_MS = 1000;
/** A batch that takes longer than this no longer keeps the member in its group. */
const LONGEST_BATCH_MS = 30_000;
/** Kafka's default lower bound, where the broker refuses ours. */
const SESSION_FALLBACK_MS = 6000;
const RESTART_MS = 500;
/** A member that asks for nothing for so long is made anew; below the 30 s within which what waits must go on. */
const STALLED_MS = 10_000;
/** Answers of the broker after which what a member has in hand is another one's. */
const LOST_PLACE: ReadonlySet<string> = new Set(['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'REBALANCE_IN_PROGRESS']);

type OnBatch = (batch: ConsumedBatch) => Promise<void>;

/** A member of a group over kafkajs, which starts itself again after what kafkajs gives up for. */
export class KafkaConsumer implements EventConsumer {
  private consumer: Consumer | undefined;
  private joined = false;
  /** The broker has said that this member's partitions are not its own any more. */
  private outdated = false;
  private stopping = false;
  private stalls: StallWatch | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly group: ConsumerGroup,
    private readonly log: MessagingLog,
    private session: number,
    private readonly former?: FormerMembers,
  ) {}

  async run(onBatch: OnBatch): Promise<void> {
    this.stopping = false;
    const consumer = this.kafka.consumer({
      groupId: this.group.groupId,
      minBytes: 1,
      maxWaitTimeInMs: 250,
      sessionTimeout: this.session,
      heartbeatInterval: HEARTBEAT_MS,
      allowAutoTopicCreation: false,
      // Whoever is to start it again must be one: two would make two members of one process.
      retry: { retries: 5, restartOnFailure: () => Promise.resolve(false) },
      ...(this.former && { partitionAssigners: [this.former.assigner] }),
    });
    this.consumer = consumer;
    const stalls = this.watchStalls(consumer, onBatch);
    this.watch(consumer, onBatch);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.group.topics], fromBeginning: true });
      await this.removeFormer(consumer);
      await consumer.run({
        autoCommit: false,
        autoCommitInterval: 1000,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch: (payload) => stalls.during(() => this.hand(payload, onBatch)),
      });
      stalls.start();
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  /** Saves the wait for a dead member's session; what goes wrong with it costs only that wait. */
  private async removeFormer(consumer: Consumer): Promise<void> {
    try {
      const removed = await this.former?.remove(consumer);
      if (removed) this.log.info('took a killed predecessor out of its group', { removed });
    } catch (error) {
      this.log.warn('a predecessor may still be in the group', { error: String(error) });
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.joined = false;
    this.stalls?.stop();
    await this.consumer?.disconnect();
  }

  healthy(): boolean {
    return this.joined;
  }

  /** Nothing but errors of its own kind, marked as passing, may reach kafkajs: others stop its consumer for good. */
  private async hand(payload: EachBatchPayload, onBatch: OnBatch): Promise<void> {
    const abandoned = () => this.stopping || this.outdated || !payload.isRunning() || payload.isStale();
    const heartbeat = () => payload.heartbeat().catch((error: unknown) => this.failedWithBroker(error));
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
    const enough = setTimeout(() => clearInterval(beat), LONGEST_BATCH_MS);
    try {
      await onBatch({
        records: recordsOf(payload),
        done: async (record) => {
          payload.resolveOffset(record.offset);
          await heartbeat();
          await payload.commitOffsetsIfNecessary().catch((error: unknown) => this.failedWithBroker(error));
        },
        heartbeat,
        abandoned,
      });
    } catch (error) {
      if (this.stopping) return;
      if (error instanceof KafkaJSError) throw error;
      if (abandoned()) return;
      this.log.error('a batch could not be handled, it comes again', { error: String(error) });
      throw new KafkaJSError(error as Error, { retriable: true });
    } finally {
      clearInterval(beat);
      clearTimeout(enough);
    }
  }

  /** kafkajs joins the group again only when all batches in hand are finished: those of an outdated member are let go. */
  private failedWithBroker(error: unknown): never {
    this.outdated ||= LOST_PLACE.has(String((error as { type?: unknown }).type));
    throw error;
  }

  private watch(consumer: Consumer, onBatch: OnBatch): void {
    const current = () => consumer === this.consumer && !this.stopping;
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.joined = current();
      this.outdated &&= !this.joined;
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
    consumer.on(consumer.events.FETCH, () => this.outdated || stalls.sign());
    this.stalls = stalls;
    return stalls;
  }

  private again(onBatch: OnBatch): void {
    if (this.stopping) return;
    this.run(onBatch).catch((error: unknown) => {
      this.log.error('consumer could not start', { error: String(error) });
      setTimeout(() => this.again(onBatch), RESTART_MS);
    });
  }
}

const recordsOf = ({ batch }: EachBatchPayload): ConsumedRecord[] =>
  batch.messages.map(({ offset, key, value, headers }) => ({
    topic: batch.topic,
    partition: batch.partition,
    offset,
    key: key?.toString() ?? '',
    value: value?.toString() ?? null,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)])),
  }));
