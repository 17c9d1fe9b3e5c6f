import libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DispatchPlanned, IncidentReported, INCIDENTS, type DomainEvent, type EventClass } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { Database, migrate, openConnections, type DatabaseOptions } from '#persistence';
import {
  dispatchPlanned,
  dropTestDatabase,
  effectsBySubject,
  effectsSchema,
  eventually,
  incidentReported,
  messagingOptions,
  noteEffect,
  RememberedLog,
  testDatabaseOptions,
} from '#testing';
import { Outbox } from '../../outbox/outbox.js';
import { toHeaders } from '../../codec.js';
import { ParkedEvents } from '../../inbox/parked-events.js';
import { IncidentTransport } from '../../transport.js';
import { ConsumedEvent } from '../../subscriptions.js';
import { cursorTable, outboxTable, parkedTable } from '../../tables.js';
import { InProcessBroker } from './broker.js';
import { EventChain } from './event-chain.js';

const refused = defineRefusal({ code: 'test.refused', kind: 'conflict', zh: '不行', en: 'No' });

type Act = (event: DomainEvent, context: ConsumedEvent) => Promise<unknown>;

/** A service on the chain that notes what it hears, and whatever a test wants it to do besides. */
class Member {
  act: Act = () => Promise.resolve();

  private constructor(
    readonly database: Database,
    readonly outbox: Outbox,
    readonly transport: IncidentTransport,
  ) {}

  static async of(
    service: string,
    bus: InProcessBroker,
    options: DatabaseOptions,
    log: RememberedLog,
    hears: readonly EventClass[],
  ): Promise<Member> {
    const schema = { ...effectsSchema, service };
    await migrate(schema, options);
    const database = new Database(await openConnections(schema, options));
    const messaging = messagingOptions({ log });
    const outbox = new Outbox(database, service, messaging.topicPrefix, messaging.trace);
    if (bus.chain) outbox.handOverTo(bus.chain);
    const reads = [{ stream: INCIDENTS, sources: ['intake', 'routing'] }];
    const transport = new IncidentTransport(database, outbox, bus, messaging, { service, reads });
    const member = new Member(database, outbox, transport);
    const handle = async (event: DomainEvent, context: ConsumedEvent) => {
      await noteEffect(database, context.envelope);
      await member.act(event, context);
    };
    for (const { type } of hears) transport.addHandler(type, handle as never, true);
    return member;
  }

  open(): Promise<void> {
    return new Promise((resolve, reject) =>
      this.transport.listen((error) => (error instanceof Error ? reject(error) : resolve())),
    );
  }

  effects(): Promise<Record<string, number[]>> {
    return effectsBySubject(this.database);
  }

  parked(): Promise<{ reason: string; aggregateId: string; aggregateSeq: number }[]> {
    return this.database.rows(parkedTable, 'ORDER BY `aggregate_id`, `aggregate_seq`');
  }
}

describe('the chain of events in one process', () => {
  let options: DatabaseOptions;
  let log: RememberedLog;
  let intake: Member;
  let routing: Member;
  let cases: Member;
  const members = () => [intake, routing, cases];

  beforeEach(async () => {
    options = testDatabaseOptions('embedded');
    log = new RememberedLog();
    const bus = new InProcessBroker(new EventChain());
    // The order of joining does not matter, that of the services does.
    cases = await Member.of('cases', bus, options, log, [IncidentReported, DispatchPlanned]);
    intake = await Member.of('intake', bus, options, log, []);
    routing = await Member.of('routing', bus, options, log, [IncidentReported]);
  });
  afterEach(async () => {
    for (const { transport, database } of members()) {
      await transport.close();
      await database.close();
    }
    await dropTestDatabase(effectsSchema, options);
  });

  const open = async () => {
    for (const member of members()) await member.open();
  };
  const report = (ids: readonly string[], version = 0) =>
    intake.database.write(() => {
      for (const id of ids) intake.outbox.publish({ id, version }, incidentReported({ incidentId: id }));
      return Promise.resolve();
    });
  /** Routing answers each report with a plan. */
  const planning: Act = (_event, { envelope: { subject } }) =>
    Promise.resolve(routing.outbox.publish({ id: subject, version: 0 }, dispatchPlanned({ incidentId: subject })));
  const commits = () => members().reduce((sum, { database }) => sum + database.counts.commits, 0);
  const waiting = async () =>
    (await Promise.all(members().map(({ database }) => database.rows(outboxTable, '')))).flat().length;

  it('hands a whole batch from service to service in one transaction, and keeps neither rows nor cursors for it', async () => {
    await open();
    routing.act = planning;
    const heard: string[] = [];
    cases.act = (_event, { envelope }) => Promise.resolve(void heard.push(`${envelope.source}:${envelope.subject}`));
    const before = commits();
    await report(['a', 'b']);
    expect(commits() - before).toBe(1);
    expect(await routing.effects()).toEqual({ a: [1], b: [1] });
    expect(await cases.effects()).toEqual({ a: [1, 1], b: [1, 1] });
    // Both services' events came in one part, a cause before its effect.
    expect(heard).toEqual(['intake:a', 'intake:b', 'routing:a', 'routing:b']);
    expect(await waiting()).toBe(0);
    expect(await cases.database.rows(cursorTable, '')).toEqual([]);
  });

  it('gives everybody the same event, which nobody can change', async () => {
    await open();
    const seen: unknown[] = [];
    routing.act = (event) => Promise.resolve(void seen.push(event));
    cases.act = (event) => Promise.resolve(void seen.push(event));
    await report(['a']);
    const [first, second] = seen as IncidentReported[];
    expect(first).toBeInstanceOf(IncidentReported);
    expect(second).toBe(first);
    expect(() => ((first as IncidentReported).place.address = 'elsewhere')).toThrow(TypeError);
  });

  it('writes all of it or nothing: a transaction that fails at its end leaves no effect anywhere', async () => {
    await open();
    routing.act = planning;
    const failing = intake.database.write(() => {
      intake.outbox.publish({ id: 'a', version: 0 }, incidentReported({ incidentId: 'a' }));
      const { unit } = intake.database;
      const { run } = unit.session;
      unit.session.run = (sql, params) => (sql === 'COMMIT' ? Promise.reject(new Error('disk')) : run(sql, params));
      return Promise.resolve();
    });
    await expect(failing).rejects.toThrow('disk');
    expect([await routing.effects(), await cases.effects(), await waiting()]).toEqual([{}, {}, 0]);
  });

  it('parks an event that is refused alone: others pass, its own followers wait, an operator frees them in order', async () => {
    await open();
    routing.act = (_event, { envelope: { subject, sequence } }) =>
      subject === 'bad' && sequence === 1 ? Promise.reject(refused({})) : Promise.resolve();
    await report(['a', 'bad', 'b']);
    await report(['bad'], 1);
    expect(await routing.effects()).toEqual({ a: [1], b: [1] });
    expect(await cases.effects()).toEqual({ a: [1], b: [1], bad: [1, 2] });
    expect(await routing.parked()).toMatchObject([
      { aggregateId: 'bad', aggregateSeq: 1, reason: 'rejected' },
      { aggregateId: 'bad', aggregateSeq: 2, reason: 'behind' },
    ]);
    routing.act = () => Promise.resolve();
    await new ParkedEvents(routing.database).replay('bad');
    await eventually(async () => expect((await routing.effects())['bad']).toEqual([1, 2]), { withinMs: 12_000 });
    expect(await routing.database.rows(cursorTable, '')).toEqual([]);
    await report(['bad'], 2);
    expect((await routing.effects())['bad']).toEqual([1, 2, 3]);
  }, 20_000);

  it('tries an event that failed again within seconds, while nobody waits for it', async () => {
    await open();
    let failures = 2;
    routing.act = () => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('passing')) : Promise.resolve();
    };
    await report(['a']);
    expect(await routing.parked()).toMatchObject([{ aggregateId: 'a', aggregateSeq: 1, reason: 'behind' }]);
    await eventually(async () => expect(await routing.effects()).toEqual({ a: [1] }), { withinMs: 4000 });
    expect(await routing.parked()).toEqual([]);
    expect(log.at('error')[0]).toBe('event parked');
  }, 10_000);

  it('gives an event up that fails five times', async () => {
    await open();
    let attempts = 0;
    routing.act = () => {
      attempts += 1;
      return Promise.reject(new Error('always'));
    };
    await report(['a']);
    const dead = { aggregateId: 'a', aggregateSeq: 1, reason: 'rejected' };
    await eventually(async () => expect(await routing.parked()).toMatchObject([dead]), { withinMs: 8000 });
    expect(attempts).toBe(5);
    expect(await routing.effects()).toEqual({});
  }, 12_000);

  it('undoes what a failing part wrote, but nothing of the others', async () => {
    await open();
    routing.act = async (_event, { envelope: { subject } }) => {
      await planning(_event, { envelope: { subject } } as ConsumedEvent);
      if (subject === 'bad') throw refused({});
    };
    await report(['good', 'bad']);
    // The plan of the refused report never was, that of the other one is there.
    expect(await cases.effects()).toEqual({ good: [1, 1], bad: [1] });
  });

  it('takes in what waited in the outboxes before it takes anything new, once all services run', async () => {
    await report(['a'], 0);
    await intake.open();
    await report(['a'], 1);
    expect(await waiting()).toBe(2);
    await routing.open();
    await cases.open();
    await report(['a'], 2);
    expect([await routing.effects(), await cases.effects()]).toEqual([{ a: [1, 2, 3] }, { a: [1, 2, 3] }]);
    expect(await waiting()).toBe(0);
  });

  it('takes in what another process wrote, before the next event and also when there is none', async () => {
    await open();
    fromElsewhere(options, 'a', 0);
    await report(['a'], 1);
    expect(await routing.effects()).toEqual({ a: [1, 2] });
    fromElsewhere(options, 'a', 2);
    await eventually(async () => expect(await routing.effects()).toEqual({ a: [1, 2, 3] }), { withinMs: 4000 });
  }, 10_000);

  it.each(['{"incidentId":1}', 'no JSON'])(
    'sets aside what waited and cannot be read, for each who handles it: %s',
    async (payload) => {
      await open();
      fromElsewhere(options, 'bad', 0, payload);
      await report(['good']);
      expect([await routing.effects(), await cases.effects()]).toEqual([{ good: [1] }, { good: [1] }]);
      const dead = [{ aggregateId: 'bad', aggregateSeq: 1, reason: 'invalid' }];
      expect(await routing.parked()).toMatchObject(dead);
      expect(await cases.parked()).toMatchObject(dead);
    },
  );

  it('lets events wait in the outboxes again when a service has stopped', async () => {
    await open();
    await routing.transport.close();
    await report(['a']);
    expect([await waiting(), await cases.effects()]).toEqual([1, {}]);
  });
});

/** Writes an event of intake into its outbox over a connection of its own, as the command line does. */
function fromElsewhere({ dataDir }: DatabaseOptions, subject: string, version: number, payload?: string): void {
  const sequence = version + 1;
  const id = `01900000-0000-7000-8000-00000000000${sequence}`;
  const time = new Date().toISOString();
  const { type } = IncidentReported;
  const headers = toHeaders({ id, source: 'intake', type, time, subject, sequence });
  const connection = new libsql(`${dataDir}/qijing.sqlite`);
  connection
    .prepare(
      'INSERT INTO intake_outbox (id, topic, aggregate_type, aggregate_id, aggregate_seq, type, headers, payload, ' +
        "created_at) VALUES (?, ?, 'incident', ?, ?, ?, ?, ?, '2026-01-01 00:00:00.000')",
    )
    .run([
      id,
      `qijing.${INCIDENTS.name}`,
      subject,
      sequence,
      type,
      JSON.stringify(headers),
      payload ?? JSON.stringify(incidentReported({ incidentId: subject })),
    ]);
  connection.close();
}
