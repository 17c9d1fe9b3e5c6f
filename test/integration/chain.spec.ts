import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineRefusal } from '#domain-kit';
import { INCIDENTS } from '#contracts';
import type { EventRecord } from '#messaging';
import { eventually, EventDriver, incidentReported, noteEffect } from '#testing';
import { Chain, upTo } from './chain-parts.js';

const refused = defineRefusal({ code: 'test.refused', kind: 'conflict', zh: '不行', en: 'No' });
const within = { withinMs: 25_000, everyMs: 50 };
const names = (count: number) => Array.from({ length: count }, (_, n) => `incident-${n}`);
const all = (subjects: readonly string[], count: number) =>
  Object.fromEntries(subjects.map((subject) => [subject, upTo(count)]));

describe.each(['embedded', 'cluster'] as const)('outbox, relay, bus and inbox on real parts: %s', (profile) => {
  let chain: Chain;
  beforeEach(async () => {
    chain = await Chain.open(profile);
  }, 30_000);
  afterEach(() => chain.close(), 30_000);

  const complete = (subjects: readonly string[], count: number) =>
    eventually(async () => expect(await chain.effects()).toEqual(all(subjects, count)), within);

  it('keeps the order of every incident, each effect once, while many publish at the same time', async () => {
    await chain.startRelay();
    await chain.startReader();
    await chain.publish(names(30), 1, 20);
    await complete(names(30), 20);
    await eventually(async () => expect(await chain.waiting(chain.sender.database)).toBe(0), within);
  }, 60_000);

  it('sends what was committed while nobody ran, and keeps it until readers have it', async () => {
    await chain.publish(names(5), 1, 10);
    expect(await chain.waiting(chain.sender.database)).toBe(50);
    const relaying = chain.startRelay();
    await chain.startReader();
    await relaying;
    await complete(names(5), 10);
  }, 60_000);

  it('has every effect once although readers stop in the middle and start again', async () => {
    await chain.startRelay();
    let reader = await chain.startReader();
    const publishing = chain.publish(names(20), 1, 40);
    for (let restart = 0; restart < 3; restart += 1) {
      const seen = Object.values(await chain.effects()).flat().length;
      const more = async () => expect(Object.values(await chain.effects()).flat().length).toBeGreaterThan(seen);
      await eventually(more, { withinMs: 500 }).catch(() => undefined);
      await chain.stopReader(reader);
      reader = await chain.startReader();
    }
    await publishing;
    await complete(names(20), 40);
  }, 90_000);

  it('goes on without a repeat when a second member joins and the first one leaves', async () => {
    await chain.startRelay();
    const first = await chain.startReader();
    const publishing = chain.publish(names(20), 1, 30);
    await chain.startReader();
    await publishing;
    await chain.stopReader(first);
    expect(first.healthy).toBe(false);
    await chain.publish(names(20), 31, 40);
    await complete(names(20), 40);
  }, 90_000);

  it('lets poison stop nobody else, and writes a dead letter for each', async () => {
    await chain.startRelay();
    await chain.startReader((context, database) =>
      context.subject === 'refused' ? Promise.reject(refused({})) : noteEffect(database, context),
    );
    const driver = await EventDriver.on(chain.bus, chain.topicPrefix);
    const topic = `${chain.topicPrefix}${INCIDENTS.name}`;
    const junk: EventRecord[] = [
      { topic, key: '', value: null, headers: {} },
      { topic, key: '坏', value: '\u0000', headers: { ce_id: '' } },
      { topic, key: 'junk', value: 'x'.repeat(200_000), headers: {} },
    ];
    const wrong = { ...driver.record('wrong', incidentReported()), value: '{"incidentId":1}' };
    await driver.send([...junk, wrong]);
    await chain.publish(['good', 'refused'], 1, 3);
    await eventually(async () => expect(await chain.effects()).toEqual({ good: [1, 2, 3] }), within);
    const parked = async () =>
      (await chain.reader.database.query<{ reason: string }>('SELECT `reason` FROM `parked_event`'))
        .map(({ reason }) => reason)
        .sort();
    // A slow broker may get a record twice; one that cannot be read has no identity, so that both are put aside.
    const expected = ['behind', 'behind', 'invalid', 'rejected', ...junk.map(() => 'undecodable')];
    await eventually(async () => expect(await parked()).toEqual(expect.arrayContaining(expected)), within);
    const reasons = await parked();
    expect(reasons.slice(0, 4)).toEqual(expected.slice(0, 4));
    expect(reasons.filter((reason) => reason === 'undecodable').length).toBeGreaterThanOrEqual(junk.length);
    expect(await chain.waiting(chain.reader.database)).toBe(reasons.filter((reason) => reason !== 'behind').length);
    await driver.close();
  }, 60_000);
});
