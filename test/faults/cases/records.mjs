import { randomBytes, randomUUID } from 'node:crypto';
import { sleep } from '../../../scripts/lib/command.mjs';
import { recoveryOf } from '../harness/watch.mjs';
import { intruder } from '../harness/topic-records.mjs';
import { underLoad } from './frame.mjs';

const FAR = 9_999_999_999_999;

/** R9: what lies on the topic already is sent once more, shuffled, several times over. */
export const duplicatesAndShuffles = (context) =>
  underLoad(context, async (world, load) => {
    const { random } = context;
    const topic = await intruder(world);
    const startedAt = Date.now();
    const records = await topic.all();
    for (let round = 0; round < 3; round += 1) {
      const again = random.shuffled(records).slice(0, 400);
      for (let from = 0; from < again.length; from += 50) await topic.send(again.slice(from, from + 50));
    }
    const healedAt = Date.now();
    await topic.close();
    return {
      startedAt,
      healedAt,
      recovery: await recoveryOf(world, load, 'routing', healedAt),
      note: `${records.length} records, sent again out of order`,
    };
  });

/**
 * R10: while the lease of intake's relay is held by nobody who works, its events are sent by hand: successors before their
 * predecessors, each some seconds apart; then the relay comes back and sends all of them again.
 */
export const lateAndEarly = (context) =>
  underLoad(context, async (world, load) => {
    const { random } = context;
    const topic = await intruder(world);
    const startedAt = Date.now();
    world.log.expect({ disorder: true });
    await world.stores.run('intake', 'UPDATE `@relay_lease` SET `owner` = ?, `expires_at` = ?', ['faults', FAR]);
    await sleep(1_200);
    const first = await Promise.all(Array.from({ length: 6 }, () => load.report()));
    for (const { incidentId } of first)
      for (let more = 0; more < 3; more += 1) await load.report({ relatesTo: incidentId });
    const rows = await world.stores.all(
      'intake',
      'SELECT `aggregate_id`, `payload`, `headers` FROM `@outbox` ORDER BY `seq`',
    );
    const early = random.shuffled(
      rows.map(({ aggregate_id: key, payload: value, headers }) => ({ key, value, headers: JSON.parse(headers) })),
    );
    for (const record of early) {
      await topic.send([record]);
      await sleep(random.between(0, 120));
    }
    await world.stores.run('intake', 'UPDATE `@relay_lease` SET `expires_at` = 0');
    const healedAt = Date.now();
    await topic.close();
    return {
      startedAt,
      healedAt,
      recovery: await recoveryOf(world, load, 'routing', healedAt),
      note: `${early.length} events sent in random order`,
    };
  });

/** R11: records that no service can have sent; good incidents go on meanwhile. */
export const poison = (context) =>
  underLoad(context, async (world, load) => {
    const topic = await intruder(world);
    const startedAt = Date.now();
    const notes = [];
    for (const { name, record } of poisons(world)) {
      const outcome = await topic.send([record]).then(
        () => 'on the topic',
        (error) => `refused by the broker (${error.type ?? error.message})`,
      );
      if (outcome !== 'on the topic') notes.push(`${name}: ${outcome}`);
    }
    const healedAt = Date.now();
    await topic.close();
    const recovery = await recoveryOf(world, load, 'routing', startedAt);
    return { startedAt, healedAt, recovery, note: notes.join('; ') };
  });

function poisons(world) {
  const strange = (type, value, changes = {}) => {
    const subject = randomUUID();
    world.log.expect({ foreignSubject: subject });
    const headers = {
      ce_specversion: '1.0',
      ce_id: randomUUID(),
      ce_source: 'intake',
      ce_type: type,
      ce_time: new Date().toISOString(),
      ce_subject: subject,
      ce_sequence: '1',
      ...changes,
    };
    return { key: subject, value, headers };
  };
  const bare = (value) => {
    const key = randomUUID();
    world.log.expect({ foreignSubject: key });
    return { key, value, headers: {} };
  };
  const reported = 'incident.reported.v1';
  return [
    { name: 'bad JSON', record: strange(reported, '{"incidentId": ') },
    { name: 'wrong schema', record: strange(reported, '{"incidentId": 7, "plan": "all"}') },
    { name: 'not an object', record: strange('dispatch.planned.v1', '[1, 2]', { ce_source: 'routing' }) },
    { name: 'unknown version', record: strange('incident.reported.v2', '{}') },
    { name: 'unknown type', record: strange('incident.exploded.v1', '{}') },
    { name: 'unknown source', record: strange(reported, '{}', { ce_source: 'nobody' }) },
    { name: 'a gap', record: strange(reported, '{}', { ce_sequence: '7' }) },
    { name: 'a number that is none', record: strange(reported, '{}', { ce_sequence: 'first' }) },
    { name: 'a time that is none', record: strange(reported, '{}', { ce_time: 'yesterday' }) },
    { name: 'empty', record: strange(reported, '') },
    { name: 'tombstone', record: strange(reported, null) },
    { name: 'no headers', record: bare('{}') },
    { name: 'no headers, tombstone', record: bare(null) },
    { name: 'noise', record: bare(randomBytes(2_000)) },
    { name: 'deep', record: strange(reported, `${'['.repeat(50_000)}${']'.repeat(50_000)}`) },
    { name: '900 kB', record: strange(reported, JSON.stringify({ narrative: 'x'.repeat(900_000) })) },
    { name: '10 MB', record: strange(reported, JSON.stringify({ narrative: 'x'.repeat(10_000_000) })) },
  ];
}
