import { describe, expect, it } from '@jest/globals';
import kafkajs, { type EachBatchPayload, type Kafka } from 'kafkajs';
import { eventually, RememberedLog } from '#testing';
import type { ConsumedBatch } from '../../ports.js';
import { KafkaConsumer } from './kafka-consumer.js';

/** As much of kafkajs as the consumer needs, without a broker. */
class Client {
  eachBatch: (payload: EachBatchPayload) => Promise<void> = () => Promise.resolve();
  heartbeats = 0;
  private readonly listeners = new Map<string, (event: { payload: object }) => void>();
  private readonly fake = {
    events: { GROUP_JOIN: 'join', DISCONNECT: 'disconnect', CRASH: 'crash' },
    on: (name: string, listener: (event: { payload: object }) => void) => this.listeners.set(name, listener),
    connect: () => Promise.resolve(),
    subscribe: () => Promise.resolve(),
    disconnect: () => Promise.resolve(),
    run: ({ eachBatch }: { eachBatch: Client['eachBatch'] }) => {
      this.eachBatch = eachBatch;
      return Promise.resolve();
    },
  };
  readonly kafka = { consumer: () => this.fake } as unknown as Kafka;

  join(): void {
    this.listeners.get('join')?.({ payload: {} });
  }

  /** A batch of one record; `answer` is what the broker says to its heartbeat. */
  hand(partition: number, answer?: Error): Promise<void> {
    return this.eachBatch({
      batch: { topic: 't', partition, messages: [{ offset: '0', key: null, value: null, headers: {} }] },
      isRunning: () => true,
      isStale: () => false,
      resolveOffset: () => undefined,
      heartbeat: () => {
        this.heartbeats += 1;
        return answer ? Promise.reject(answer) : Promise.resolve();
      },
      commitOffsetsIfNecessary: () => Promise.resolve(),
    } as unknown as EachBatchPayload);
  }
}

const unknownMember = () =>
  new kafkajs.KafkaJSProtocolError({ type: 'UNKNOWN_MEMBER_ID', message: 'not aware of this member' } as never);

const consumerOf = ({ kafka }: Client) =>
  new KafkaConsumer(kafka, { groupId: 'g', topics: ['t'] }, new RememberedLog(), 4000);

describe('KafkaConsumer', () => {
  it('stays in its group while a batch takes longer than a session', async () => {
    const client = new Client();
    let finish: () => void = () => undefined;
    await consumerOf(client).run(() => new Promise((resolve) => (finish = resolve)));
    const slow = client.hand(1);
    await eventually(() => expect(client.heartbeats).toBeGreaterThan(1), { withinMs: 5000 });
    finish();
    await slow;
  }, 10_000);

  it('lets go of everything in hand once the broker does not know it any more, until it has joined again', async () => {
    const client = new Client();
    const consumer = consumerOf(client);
    const batches: ConsumedBatch[] = [];
    let finish: () => void = () => undefined;
    await consumer.run(async (batch) => {
      batches.push(batch);
      if (batches.length === 1) return new Promise<void>((resolve) => (finish = resolve));
      const [record] = batch.records;
      if (record) await batch.done(record);
    });
    client.join();
    const slow = client.hand(1);
    expect(batches[0]?.abandoned()).toBe(false);
    await expect(client.hand(2, unknownMember())).rejects.toThrow('not aware');
    expect(batches[0]?.abandoned()).toBe(true);
    finish();
    await slow;
    client.join();
    expect(batches[0]?.abandoned()).toBe(false);
    await client.hand(3);
    await consumer.stop();
  });
});
