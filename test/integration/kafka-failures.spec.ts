import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { INCIDENTS } from '#contracts';
import { KafkaBus, Outbox, Relay, topicPlans, UnsendableRecord } from '#messaging';
import { deleteTestTopics, eventually, incidentReported, messagingOptions, needed, RememberedLog } from '#testing';
import { Chain, upTo } from './chain-parts.js';

const within = { withinMs: 25_000, everyMs: 20 };
const brokers = () => needed('QIJING_KAFKA_BROKERS').split(',');

describe('a group on Kafka', () => {
  let chain: Chain;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    chain = await Chain.open('cluster');
  }, 30_000);
  afterEach(async () => {
    child?.kill('SIGKILL');
    await chain.close();
  }, 30_000);

  it('moves the partitions of a killed member to another one in less than 6 s', async () => {
    const topic = `${chain.topicPrefix}${INCIDENTS.name}`;
    const script = fileURLToPath(new URL('member.mjs', import.meta.url));
    child = spawn(process.execPath, [script, brokers().join(','), `${chain.topicPrefix}effects`, topic]);
    const said: string[] = [];
    child.stdout?.on('data', (text: Buffer) => said.push(String(text)));
    await eventually(() => expect(said.join('')).toContain('joined'), within);
    await chain.startReader();
    await chain.startRelay();
    await eventually(() => expect(said.join('').match(/joined/g)?.length).toBeGreaterThan(1), within);
    const subjects = Array.from({ length: 40 }, (_, n) => `incident-${n}`);
    await chain.publish(subjects, 1, 1);
    await eventually(async () => expect(Object.keys(await chain.effects()).length).toBeGreaterThan(5), within);
    expect(Object.keys(await chain.effects()).length).toBeLessThan(40);
    const killed = Date.now();
    child.kill('SIGKILL');
    await eventually(async () => expect(Object.keys(await chain.effects())).toHaveLength(40), within);
    const moved = Date.now() - killed;
    process.stderr.write(`partitions of the killed member moved after ${moved} ms\n`);
    expect(moved).toBeLessThan(6000);
  }, 60_000);

  it('brings dead letters to <topic>.dlq with the place they came from', async () => {
    await chain.startReader(() => Promise.reject(new TypeError('a bug')));
    const outbox = new Relay(chain.reader.database, chain.bus, chain.log, 'reader');
    await chain.startRelay();
    await outbox.start();
    const letters: Record<string, string>[] = [];
    const consumer = chain.bus.consumer({
      groupId: `${chain.topicPrefix}letters`,
      topics: [`${chain.topicPrefix}${INCIDENTS.name}.dlq`],
    });
    await consumer.run(async (batch) => {
      letters.push(...batch.records.map(({ headers }) => ({ ...headers })));
      const last = batch.records.at(-1);
      if (last) await batch.done(last);
    });
    await chain.publish(['dead'], 1, 1);
    await eventually(() => expect(letters).toHaveLength(1), within);
    expect(letters[0]).toMatchObject({
      ce_subject: 'dead',
      'kafka_dlt-original-topic': `${chain.topicPrefix}${INCIDENTS.name}`,
      'kafka_dlt-original-offset': '0',
      'kafka_dlt-original-consumer-group': 'effects',
      'kafka_dlt-exception-message': 'TypeError: a bug',
    });
    await consumer.stop();
    await outbox.stop();
  }, 60_000);

  it('parks an event that the broker finds too large and sends the others', async () => {
    const { database } = chain.sender;
    const outbox = new Outbox(database, 'intake', chain.topicPrefix, chain.options.trace);
    await chain.publish(['small-1'], 1, 1);
    await database.write(() => {
      outbox.publish({ id: 'huge', version: 0 }, incidentReported({ narrative: 'x'.repeat(2_000_000) }));
      return Promise.resolve();
    });
    await chain.publish(['small-2'], 1, 1);
    await chain.startReader();
    await chain.startRelay();
    await eventually(
      async () => expect(await chain.effects()).toEqual({ 'small-1': upTo(1), 'small-2': upTo(1) }),
      within,
    );
    await eventually(async () => {
      const parked = await database.query<{ aggregate_id: string; reason: string }>('SELECT * FROM `parked_event`');
      expect(parked.map(({ aggregate_id: id, reason }) => [id, reason])).toEqual([['huge', 'unsendable']]);
    }, within);
  }, 60_000);
});

describe('KafkaBus', () => {
  it('gives a process that was killed its partitions as soon as it is back, not when its session ends', async () => {
    const topicPrefix = `k${process.pid}${Math.random().toString(36).slice(2, 7)}.`;
    const options = messagingOptions({ profile: 'cluster', brokers: brokers(), topicPrefix, instance: 'host:7' });
    const bus = new KafkaBus(options);
    await bus.createTopics(topicPlans(topicPrefix));
    const topic = `${topicPrefix}${INCIDENTS.name}`;
    const script = fileURLToPath(new URL('member.mjs', import.meta.url));
    const child = spawn(process.execPath, [script, brokers().join(','), `${topicPrefix}back`, topic, 'host:7']);
    const joined = new Promise((resolve) => child.stdout.once('data', resolve));
    await joined;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const killed = Date.now();
    const consumer = bus.consumer({ groupId: `${topicPrefix}back`, topics: [topic] });
    await consumer.run(() => Promise.resolve());
    await eventually(() => expect(consumer.healthy()).toBe(true), within);
    expect(Date.now() - killed).toBeLessThan(2500);
    await consumer.stop();
    await deleteTestTopics(brokers(), topicPrefix);
  }, 60_000);

  it('raises its session to the default of a broker that refuses a short one, and says so once', async () => {
    const log = new RememberedLog();
    const topicPrefix = `s${process.pid}${Math.random().toString(36).slice(2, 7)}.`;
    const bus = new KafkaBus(messagingOptions({ profile: 'cluster', brokers: brokers(), topicPrefix, log }), 1500);
    await bus.createTopics(topicPlans(topicPrefix));
    const topic = `${topicPrefix}${INCIDENTS.name}`;
    const consumer = bus.consumer({ groupId: `${topicPrefix}short`, topics: [topic] });
    const seen: (string | null)[] = [];
    await consumer.run(async (batch) => {
      seen.push(...batch.records.map(({ value }) => value));
      const last = batch.records.at(-1);
      if (last) await batch.done(last);
    });
    await eventually(() => expect(consumer.healthy()).toBe(true), within);
    const producer = bus.producer();
    await producer.connect();
    await producer.sendBatch([{ topic, key: 'a', value: 'arrived', headers: {} }]);
    await eventually(() => expect(seen).toEqual(['arrived']), within);
    expect(log.at('warn').filter((message) => message.includes('refuses a short consumer session'))).toHaveLength(1);
    await expect(
      producer.sendBatch([{ topic, key: 'a', value: '1', headers: { bad: 7 as unknown as string } }]),
    ).rejects.toThrow(UnsendableRecord);
    await producer.disconnect();
    await consumer.stop();
    await deleteTestTopics(brokers(), topicPrefix);
  }, 60_000);

  it('answers a check with an error when no broker is there', async () => {
    const bus = new KafkaBus(messagingOptions({ profile: 'cluster', brokers: ['127.0.0.1:1'] }));
    await expect(bus.check()).rejects.toThrow();
  }, 20_000);
});
