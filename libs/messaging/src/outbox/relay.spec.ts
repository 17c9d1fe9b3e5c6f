import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  eventually,
  effectsSchema,
  incidentReported,
  messagingOptions,
  openTestDatabase,
  RememberedLog,
  TestBus,
  type TestDatabase,
} from '#testing';
import { UnsendableRecord, type EventProducer } from '../ports.js';
import { leaseTable, outboxTable, parkedTable } from '../tables.js';
import { ParkedEvents } from '../inbox/parked-events.js';
import { Outbox } from './outbox.js';
import { Relay } from './relay.js';

let test: TestDatabase;
let bus: TestBus;
let log: RememberedLog;
const relays: Relay[] = [];

beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
  bus = new TestBus();
  log = new RememberedLog();
});
afterEach(async () => {
  for (const relay of relays.splice(0)) await relay.stop();
  await test.drop();
});

function relayOf(instance: string): Relay {
  const relay = new Relay(test.database, bus, log, instance);
  relays.push(relay);
  return relay;
}
const options = messagingOptions();
const outbox = () => new Outbox(test.database, 'intake', options.topicPrefix, options.trace);
async function publish(subjects: readonly string[], each = 1): Promise<void> {
  const box = outbox();
  await test.database.write(() => {
    for (const id of subjects) {
      const row = { id, version: 0 };
      for (let n = 0; n < each; n += 1) box.publish(row, incidentReported({ narrative: `${id} ${n}` }));
    }
    return Promise.resolve();
  });
}
const sent = () => bus.sent.map(({ key, headers }) => `${key}:${headers['ce_sequence']}`);
const depth = async () => (await test.database.rows(outboxTable, '')).length;

/** Sends of this bus call `act` first; it may throw or wait. */
function beforeSends(act: (keys: readonly string[]) => Promise<void>): void {
  const producer = bus.producer.bind(bus);
  bus.producer = (): EventProducer => {
    const inner = producer();
    return {
      ...inner,
      sendBatch: async (records) => {
        await act(records.map(({ key }) => key));
        await inner.sendBatch(records);
      },
    };
  };
}

describe('Relay', () => {
  it('sends what was left over before it started, in order, then deletes it', async () => {
    await publish(['a', 'b'], 3);
    await relayOf('one').start();
    await eventually(async () => expect(await depth()).toBe(0));
    expect(sent()).toEqual(['a:1', 'a:2', 'a:3', 'b:1', 'b:2', 'b:3']);
  });

  it('sends at once after a nudge', async () => {
    const relay = relayOf('one');
    await relay.start();
    const began = Date.now();
    await publish(['a']);
    relay.nudge();
    await eventually(() => expect(sent()).toEqual(['a:1']), { everyMs: 2 });
    expect(Date.now() - began).toBeLessThan(200);
  });

  it('deletes nothing before the broker has it', async () => {
    let answer: () => void = () => undefined;
    beforeSends(() => new Promise((resolve) => (answer = resolve)));
    await publish(['a']);
    const relay = relayOf('one');
    await relay.start();
    expect(await depth()).toBe(1);
    answer();
    await eventually(async () => expect(await depth()).toBe(0));
  });

  it('sends again when the answer was lost, and skips nothing while sends fail', async () => {
    bus.faults.failSends = 2;
    bus.faults.loseAnswers = 1;
    await publish(['a'], 3);
    const relay = relayOf('one');
    await relay.start();
    await eventually(() => expect(relay.healthy).toBe(false), { everyMs: 1 });
    await eventually(async () => expect(await depth()).toBe(0));
    expect(sent()).toEqual(['a:1', 'a:2', 'a:3']);
    await eventually(() => expect(relay.healthy).toBe(true));
    expect(log.at('warn').length).toBe(3);
  });

  it('backs off while the broker is down: at most a few attempts in a second', async () => {
    bus.faults.failSends = 1000;
    await publish(['a']);
    await relayOf('one').start();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(1000 - bus.faults.failSends).toBeGreaterThanOrEqual(3);
    expect(1000 - bus.faults.failSends).toBeLessThanOrEqual(9);
  });

  it('makes a new producer after 5 s of failure', async () => {
    let producers = 0;
    const producer = bus.producer.bind(bus);
    bus.producer = () => {
      producers += 1;
      return producer();
    };
    bus.faults.failSends = 1000;
    await publish(['a']);
    await relayOf('one').start();
    await eventually(() => expect(producers).toBeGreaterThan(1), { withinMs: 9000 });
    bus.faults.failSends = 0;
    await eventually(async () => expect(await depth()).toBe(0), { withinMs: 4000 });
  }, 15_000);

  it('parks the one record that cannot be sent and sends all others', async () => {
    beforeSends((keys) =>
      keys.includes('huge') ? Promise.reject(new UnsendableRecord('too large')) : Promise.resolve(),
    );
    await publish(['a', 'b', 'huge', 'c', 'd']);
    await relayOf('one').start();
    await eventually(async () => expect(await depth()).toBe(0));
    expect(sent().sort()).toEqual(['a:1', 'b:1', 'c:1', 'd:1']);
    const [parked, ...rest] = await test.database.rows(parkedTable, '');
    expect(parked).toMatchObject({ consumer: 'relay', aggregateId: 'huge', reason: 'unsendable', error: 'too large' });
    expect(rest).toEqual([]);
    expect(log.at('error')).toHaveLength(1);
  });

  it('lets an operator send a parked record again, or give it up', async () => {
    let limit = true;
    beforeSends((keys) =>
      limit && keys.some((key) => key.startsWith('huge'))
        ? Promise.reject(new UnsendableRecord('too large'))
        : Promise.resolve(),
    );
    await publish(['huge1', 'huge2']);
    await relayOf('one').start();
    await eventually(async () => expect(await test.database.rows(parkedTable, '')).toHaveLength(2));
    limit = false;
    const operator = new ParkedEvents(test.database);
    expect([await operator.replay('huge1'), await operator.discard('huge2')]).toEqual([1, 1]);
    await eventually(() => expect(sent()).toEqual(['huge1:1']));
    expect(await operator.list()).toEqual([]);
  });

  it('is led by one process; another one takes over when the leader is gone', async () => {
    const [one, two] = [relayOf('one'), relayOf('two')];
    await one.start();
    await two.start();
    expect([one.leads, two.leads]).toEqual([true, false]);
    await one.stop();
    await eventually(() => expect(two.leads).toBe(true), { withinMs: 2000 });
    await publish(['a']);
    await eventually(() => expect(sent()).toEqual(['a:1']), { withinMs: 2000 });
  });

  it('takes over from a leader that died without a word once its lease has run out', async () => {
    const now = Number((await test.database.now()).getTime());
    await test.database.alone("UPDATE `relay_lease` SET `owner` = 'dead', `expires_at` = ?", [now + 800]);
    const two = relayOf('two');
    await two.start();
    expect(two.leads).toBe(false);
    await eventually(() => expect(two.leads).toBe(true), { withinMs: 3000 });
    expect((await test.database.rows(leaseTable, ''))[0]?.owner).toBe('two');
  });

  it('comes back at once after a restart under the same name', async () => {
    await test.database.alone("UPDATE `relay_lease` SET `owner` = 'one', `expires_at` = 9999999999999");
    const again = relayOf('one');
    await again.start();
    expect(again.leads).toBe(true);
  });

  it('sends what is left when it stops, and gives the lease back', async () => {
    const relay = relayOf('one');
    await relay.start();
    await publish(['a', 'b', 'c'], 400);
    await relay.stop();
    expect(await depth()).toBe(0);
    expect(bus.sent).toHaveLength(1200);
    expect((await test.database.rows(leaseTable, ''))[0]?.expiresAt).toBe(0);
  });

  it('stops within its time even if the broker never answers', async () => {
    beforeSends(() => new Promise(() => undefined));
    await publish(['a']);
    const relay = relayOf('one');
    await relay.start();
    const began = Date.now();
    await relay.stop();
    expect(Date.now() - began).toBeLessThan(6000);
    expect(await depth()).toBe(1);
    relays.length = 0;
  }, 8000);
});
