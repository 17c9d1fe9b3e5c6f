import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { INCIDENTS } from '#contracts';
import { topicPlans, type ConsumedBatch, type EventBus, type EventConsumer, type EventRecord } from '#messaging';
import { eventually } from '#testing';

/** A bus of a test, on topics that nobody else uses. */
export interface BusUnderTest {
  readonly bus: EventBus;
  readonly topicPrefix: string;
  /** Takes away what the test left at the broker. */
  dispose(): Promise<void>;
}

/** `places` are partition and offset of what was seen: they tell a record read again from one written twice. */
type Reader = { consumer: EventConsumer; seen: string[]; places: Set<string> };
const within = { withinMs: 20_000 };

/** What every adapter of the event bus promises; run over each of them. */
export function eventBusConformance(name: string, makeBus: () => BusUnderTest): void {
  describe(`event bus: ${name}`, () => {
    let under: BusUnderTest;
    let topic: string;
    let made: string[];
    const consumers: EventConsumer[] = [];

    beforeEach(async () => {
      under = makeBus();
      topic = `${under.topicPrefix}${INCIDENTS.name}`;
      made = await under.bus.createTopics(topicPlans(under.topicPrefix));
    }, 30_000);
    afterEach(async () => {
      for (const consumer of consumers.splice(0)) await consumer.stop();
      await under.bus.close();
      await under.dispose();
    }, 30_000);

    const record = (key: string, n: number): EventRecord => ({ topic, key, value: `${n}`, headers: { n: String(n) } });
    const records = (keys: number, each: number) =>
      Array.from({ length: keys * each }, (_, n) => record(`k${n % keys}`, Math.floor(n / keys)));

    /** Sends, as a relay does: again and again until it is accepted. */
    async function send(list: readonly EventRecord[]): Promise<void> {
      const producer = under.bus.producer();
      await producer.connect();
      await eventually(() => producer.sendBatch(list), within);
      await producer.disconnect();
    }

    async function read(
      group: string,
      onBatch?: (batch: ConsumedBatch, seen: string[]) => Promise<void>,
    ): Promise<Reader> {
      const consumer = under.bus.consumer({ groupId: `${under.topicPrefix}${group}`, topics: [topic] });
      consumers.push(consumer);
      const seen: string[] = [];
      const places = new Set<string>();
      await consumer.run(async (batch) => {
        for (const { partition, offset } of batch.records) places.add(`${partition}:${offset}`);
        if (onBatch) return onBatch(batch, seen);
        seen.push(...batch.records.map(({ key, value }) => `${key}:${value}`));
        const last = batch.records.at(-1);
        if (last) await batch.done(last);
      });
      return { consumer, seen, places };
    }

    const orderOf = (seen: readonly string[], key: string) =>
      seen.filter((one) => one.startsWith(`${key}:`)).map((one) => Number(one.split(':')[1]));
    const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

    /** What never came, and what came more than once; the latter is allowed (at least once), but told. */
    function deliveryOf(
      { seen, places }: Reader,
      list: readonly EventRecord[],
    ): { missing: string[]; first: string[] } {
      const first = [...new Set(seen)];
      const missing = list.map(({ key, value }) => `${key}:${value}`).filter((one) => !first.includes(one));
      if (seen.length > first.length) {
        const [written, read] = [places.size - first.length, seen.length - places.size];
        process.stderr.write(`${name}: ${written} written twice, ${read} read twice\n`);
      }
      return { missing, first };
    }

    it('gives every group every record, in order per key', async () => {
      const [one, two] = [await read('one'), await read('two')];
      const list = records(10, 30);
      for (let from = 0; from < list.length; from += 50) await send(list.slice(from, from + 50));
      for (const reader of [one, two]) {
        await eventually(() => expect(deliveryOf(reader, list).missing).toEqual([]), within);
        const { first } = deliveryOf(reader, list);
        for (let key = 0; key < 10; key += 1) expect(orderOf(first, `k${key}`)).toEqual(upTo(30));
      }
    }, 60_000);

    it('carries key, value and headers as they are', async () => {
      const got: unknown[] = [];
      await read('one', async (batch) => {
        got.push(...batch.records.map(({ key, value, headers }) => ({ key, value, headers })));
        const last = batch.records.at(-1);
        if (last) await batch.done(last);
      });
      const odd = {
        topic,
        key: '键',
        value: '{"文":"字","n":"\\u0000"}',
        headers: { a: '', b: '值', c: 'x'.repeat(5000) },
      };
      await send([odd]);
      await eventually(
        () => expect(got).toContainEqual({ key: odd.key, value: odd.value, headers: odd.headers }),
        within,
      );
    }, 40_000);

    it('gives what was not acknowledged again: a handler that fails, and one that stops in the middle', async () => {
      let failures = 2;
      const { seen } = await read('one', async (batch, noted) => {
        const [first] = batch.records;
        failures -= 1;
        if (failures === 1 && first) await batch.done(first);
        if (failures >= 0) throw new TypeError('a fault of the reader');
        noted.push(...batch.records.map(({ value }) => value ?? ''));
        const last = batch.records.at(-1);
        if (last) await batch.done(last);
      });
      await send(upTo(5).map((n) => record('same', n)));
      await eventually(
        () => expect(new Set(seen)).toEqual(new Set(['1', '2', '3', '4', ...(seen.includes('0') ? ['0'] : [])])),
        within,
      );
    }, 40_000);

    it('goes on after a restart of the reader where it had come to', async () => {
      const first = await read('one');
      const list = records(3, 10);
      await send(list);
      await eventually(() => expect(deliveryOf(first, list).missing).toEqual([]), within);
      await first.consumer.stop();
      const sending = send(upTo(10).map((n) => record('k9', n)));
      const second = await read('one');
      await sending;
      await eventually(() => expect(new Set(orderOf(second.seen, 'k9'))).toEqual(new Set(upTo(10))), within);
    }, 60_000);

    it('tells whether a reader works for its group', async () => {
      const { consumer } = await read('one');
      await eventually(() => expect(consumer.healthy()).toBe(true), within);
      await consumer.stop();
      expect(consumer.healthy()).toBe(false);
    }, 40_000);

    it('answers a check', async () => {
      expect((await under.bus.check()).version).not.toBe('');
    });

    it('creates topics once, also when two ask at the same time', async () => {
      const plans = topicPlans(under.topicPrefix);
      await under.dispose();
      const created: string[] = [];
      // Asked again, for what a broker lists may lag behind what was just deleted.
      await eventually(async () => {
        const answers = await Promise.all([under.bus.createTopics(plans), under.bus.createTopics(plans)]);
        created.push(...answers.flat());
        expect(created.toSorted()).toEqual(made.toSorted());
      }, within);
      expect(await under.bus.createTopics(plans)).toEqual([]);
    }, 30_000);
  });
}
