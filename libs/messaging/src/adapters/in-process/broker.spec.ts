import { describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import type { ConsumedBatch, EventRecord } from '../../ports.js';
import { InProcessBroker } from './broker.js';

const record = (key: string, id = key): EventRecord => ({ topic: 't', key, value: '{}', headers: { ce_id: id } });

/** A reader that notes keys, and acknowledges or fails as told. */
function reader(broker: InProcessBroker, groupId: string, topics = ['t']) {
  const consumer = broker.consumer({ groupId, topics });
  const state = { seen: [] as string[], fail: false, acknowledge: true, wait: undefined as Promise<void> | undefined };
  const onBatch = async (batch: ConsumedBatch) => {
    await state.wait;
    if (state.fail) throw new Error(`${groupId} failed`);
    state.seen.push(...batch.records.map(({ key }) => key));
    const last = batch.records.at(-1);
    if (last && state.acknowledge) await batch.done(last);
  };
  return { state, stop: () => consumer.stop(), run: () => consumer.run(onBatch), consumer };
}

describe('InProcessBroker', () => {
  it('answers a send only when every group has handled it', async () => {
    const broker = new InProcessBroker();
    const [quick, slow] = [reader(broker, 'quick'), reader(broker, 'slow')];
    await quick.run();
    await slow.run();
    let go: () => void = () => undefined;
    slow.state.wait = new Promise((resolve) => (go = resolve));
    let answered = false;
    const sending = broker
      .producer()
      .sendBatch([record('a')])
      .then(() => (answered = true));
    await eventually(() => expect(quick.state.seen).toEqual(['a']));
    expect(answered).toBe(false);
    go();
    await sending;
    expect(slow.state.seen).toEqual(['a']);
  });

  it('makes the sender send again when one group fails', async () => {
    const broker = new InProcessBroker();
    const [good, bad] = [reader(broker, 'good'), reader(broker, 'bad')];
    await good.run();
    await bad.run();
    bad.state.fail = true;
    await expect(broker.producer().sendBatch([record('a')])).rejects.toThrow('bad failed');
    bad.state.fail = false;
    await broker.producer().sendBatch([record('a')]);
    expect([good.state.seen, bad.state.seen]).toEqual([['a', 'a'], ['a']]);
  });

  it('holds records back until every expected group works, and then gives them in the order they came about', async () => {
    const broker = new InProcessBroker();
    const [one, two] = [reader(broker, 'one'), reader(broker, 'two')];
    const effect = broker.producer().sendBatch([record('effect', '2'), record('later effect', '4')]);
    const cause = broker.producer().sendBatch([record('cause', '1'), record('later cause', '3')]);
    await one.run();
    expect(one.state.seen).toEqual([]);
    await two.run();
    await Promise.all([effect, cause]);
    expect(one.state.seen).toEqual(['cause', 'effect', 'later cause', 'later effect']);
    expect(two.state.seen).toEqual(one.state.seen);
  });

  it('refuses to send once a group has stopped, so that the outbox keeps it', async () => {
    const broker = new InProcessBroker();
    const group = reader(broker, 'one');
    await group.run();
    await group.stop();
    expect(group.consumer.healthy()).toBe(false);
    await expect(broker.producer().sendBatch([record('a')])).rejects.toThrow('one has stopped');
    await group.run();
    await broker.producer().sendBatch([record('a')]);
    expect(group.state.seen).toEqual(['a']);
  });

  it('refuses what somebody reads who is not in this process, so that the outbox keeps it', async () => {
    const broker = new InProcessBroker(undefined, (topic) => (topic === 't' ? ['here', 'elsewhere'] : []));
    const here = reader(broker, 'here');
    await here.run();
    await expect(broker.producer().sendBatch([record('a')])).rejects.toThrow(
      'nobody in this process reads for elsewhere',
    );
    expect(here.state.seen).toEqual([]);
    await broker.producer().sendBatch([{ ...record('b'), topic: 'read by nobody' }]);
    await reader(broker, 'elsewhere').run();
    await broker.producer().sendBatch([record('a')]);
    expect(here.state.seen).toEqual(['a']);
  });

  it('does not count a batch as sent that a stopping group left in the middle', async () => {
    const broker = new InProcessBroker();
    const group = reader(broker, 'one');
    await group.run();
    group.state.acknowledge = false;
    await expect(broker.producer().sendBatch([record('a')])).rejects.toThrow('in the middle');
  });

  it('keeps the order of sends for each group and gives no group what it does not read', async () => {
    const broker = new InProcessBroker();
    const [mine, other] = [reader(broker, 'mine'), reader(broker, 'other', ['elsewhere'])];
    await mine.run();
    await other.run();
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => broker.producer().sendBatch([record(key)])));
    expect(mine.state.seen).toEqual(['a', 'b', 'c', 'd']);
    expect(other.state.seen).toEqual([]);
  });
});
