import { afterEach, describe, expect, it, jest } from '@jest/globals';
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
    events: { GROUP_JOIN: 'join', DISCONNECT: 'disconnect', CRASH: 'crash', FETCH: 'fetch' },
    on: (name: string, listener: (event: { payload: object }) => void) => this.listeners.set(name, listener),
    connect: () => Promise.resolve(),
    subscribe: () => Promise.resolve(),
    disconnect: () => Promise.resolve(),
    run: ({ eachBatch }: { eachBatch: Client['eachBatch'] }) => {
      this.eachBatch = eachBatch;
      return Promise.resolve();
    },
  };
  /** Consumers made so far. */
  made = 0;
  readonly kafka = {
    consumer: () => {
      this.made += 1;
      return this.fake;
    },
  } as unknown as Kafka;

  join(): void {
    this.listeners.get('join')?.({ payload: {} });
  }

  fetch(): void {
    this.listeners.get('fetch')?.({ payload: {} });
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

  describe('that stalls', () => {
    afterEach(() => void jest.useRealTimers());

    it('is made anew once it has asked for nothing for ten seconds, and not while it asks or works', async () => {
      jest.useFakeTimers();
      const client = new Client();
      const consumer = consumerOf(client);
      let finish: () => void = () => undefined;
      await consumer.run(() => new Promise((resolve) => (finish = resolve)));
      client.join();
      for (let second = 0; second < 30; second += 1) {
        client.fetch();
        await jest.advanceTimersByTimeAsync(1000);
      }
      const slow = client.hand(1);
      await jest.advanceTimersByTimeAsync(30_000);
      finish();
      await slow;
      await jest.advanceTimersByTimeAsync(8000);
      expect(client.made).toBe(1);
      await jest.advanceTimersByTimeAsync(4000);
      expect(client.made).toBe(2);
      expect(consumer.healthy()).toBe(false);
      client.join();
      expect(consumer.healthy()).toBe(true);
      await consumer.stop();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(client.made).toBe(2);
    });

    it('is let be while it is not in its group: somebody else is at work on that', async () => {
      jest.useFakeTimers();
      const client = new Client();
      const consumer = consumerOf(client);
      await consumer.run(() => Promise.resolve());
      await jest.advanceTimersByTimeAsync(60_000);
      expect(client.made).toBe(1);
      await consumer.stop();
    });
  });

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
