import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Module, type INestApplication } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DispatchPlanned, IncidentCancelled, IncidentReported, INCIDENTS } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { Database, LostRace } from '#persistence';
import {
  dispatchPlanned,
  effectsBySubject,
  effectsSchema,
  EventDriver,
  incidentCancelled,
  incidentReported,
  messagingOptions,
  noteEffect,
  openTestDatabase,
  TestBus,
  type TestDatabase,
} from '#testing';
import { Outbox } from './outbox/outbox.js';
import { ConsumedEvent, EventConsumerController, OnEvent, OnEvents } from './subscriptions.js';
import { cursorTable, parkedTable } from './tables.js';
import { IncidentTransport } from './transport.js';

const refused = defineRefusal({ code: 'test.refused', kind: 'conflict', zh: '不行', en: 'No' });
const trouble: Error[] = [];

@EventConsumerController()
class ReportEvents {
  constructor(readonly database: Database) {}

  @OnEvent('effects', IncidentReported)
  async reported(@Payload() event: IncidentReported, @Ctx() context: ConsumedEvent): Promise<void> {
    if (!(event instanceof IncidentReported)) throw new Error('not an instance');
    await noteEffect(this.database, context.envelope);
    const error = trouble.shift();
    if (error) throw error;
  }

  @OnEvent('elsewhere', IncidentCancelled)
  cancelled(): Promise<void> {
    return Promise.reject(new Error('handler of another service'));
  }
}
Reflect.defineMetadata('design:paramtypes', [Database], ReportEvents);

let test: TestDatabase;
let app: INestApplication;
let driver: EventDriver;
let strategy: IncidentTransport;

beforeEach(async () => {
  test = await openTestDatabase(effectsSchema);
  const bus = new TestBus();
  const options = messagingOptions();
  const outbox = new Outbox(test.database, 'cases', options.topicPrefix, options.trace);
  strategy = new IncidentTransport(test.database, outbox, bus, options, {
    service: 'effects',
    reads: [{ stream: INCIDENTS, sources: ['intake'] }],
  });
  @Module({ controllers: [ReportEvents], providers: [{ provide: Database, useValue: test.database }] })
  class TestModule {}
  app = (await Test.createTestingModule({ imports: [TestModule] }).compile()).createNestApplication(
    new FastifyAdapter(),
    { logger: false },
  );
  app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  await app.startAllMicroservices();
  driver = await EventDriver.on(bus);
});
afterEach(async () => {
  trouble.length = 0;
  await app.close();
  await test.drop();
});

const parked = async () =>
  (await test.database.rows(parkedTable, '')).map(({ reason, attempts, error }) => ({ reason, attempts, error }));

describe('IncidentTransport in a Nest application', () => {
  it('calls the handlers of its own service with the event and its envelope', async () => {
    await driver.publish('a', incidentReported());
    await driver.publish('a', incidentCancelled());
    await driver.publish('a', incidentReported());
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 3] });
    expect(await parked()).toEqual([]);
  });

  it('sees the error of a handler as it was thrown: a refusal parks at once', async () => {
    trouble.push(refused({}), refused({}));
    await driver.publish('a', incidentReported());
    expect(await parked()).toEqual([{ reason: 'rejected', attempts: 1, error: expect.stringContaining('No') }]);
    expect(await effectsBySubject(test.database)).toEqual({});
  });

  it('tells a gauge of events of its type alone, also of publishers that nobody reads, and leaves no trace of it', async () => {
    const told: [string, Date][] = [];
    strategy.watch(DispatchPlanned, (subject, at) => told.push([subject, at]));
    await driver.publish('a', incidentReported());
    await driver.publish('b', dispatchPlanned());
    expect(told).toEqual([['b', expect.any(Date)]]);
    expect(await effectsBySubject(test.database)).toEqual({ a: [1] });
    expect(await test.database.rows(cursorTable, "WHERE `aggregate_id` = 'b'")).toEqual([]);
  });

  it('sees a deadlock as one and simply tries again', async () => {
    trouble.push(Object.assign(new Error('Deadlock found'), { code: 'SQLITE_BUSY' }), new LostRace('row'));
    await driver.publish('a', incidentReported());
    expect(await effectsBySubject(test.database)).toEqual({ a: [1] });
    expect(await parked()).toEqual([]);
  });

  it('spends nothing on what it does not handle of a source that it does not need whole, and lets followers wait', async () => {
    const { counts } = test.database;
    await driver.publish('a', incidentReported());
    const before = { ...counts };
    await driver.publish('a', incidentCancelled());
    expect(counts).toEqual(before);
    await driver.publish('a', incidentReported());
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 3] });
    expect(await test.database.rows(cursorTable, '')).toMatchObject([{ lastSeq: 3, parked: false }]);
    trouble.push(refused({}));
    await driver.publish('a', incidentReported());
    await driver.publish('a', incidentReported());
    expect((await parked()).map(({ reason }) => reason).sort()).toEqual(['behind', 'rejected']);
    expect(await effectsBySubject(test.database)).toEqual({ a: [1, 3] });
  });
});

describe('a handler whose event was imported as a type only', () => {
  class Handlers {
    take(): void {
      return;
    }
  }
  const { prototype } = Handlers;
  const subscribe = (decorate: MethodDecorator, ...types: unknown[]) => {
    Reflect.defineMetadata('design:paramtypes', types, prototype, 'take');
    decorate(prototype, 'take', Object.getOwnPropertyDescriptor(prototype, 'take') as PropertyDescriptor);
  };

  it.each([
    ['OnEvent', OnEvent('effects', IncidentReported)],
    ['OnEvents', OnEvents('effects', [IncidentReported])],
  ])('keeps the process from starting, with the place and the remedy: %s', (_name, decorate) => {
    expect(() => subscribe(decorate, Object, Function)).toThrow(
      'Handlers.take: parameter 2 has lost its class. Import it as a value, not by "import type".',
    );
    expect(() => subscribe(decorate, IncidentReported, ConsumedEvent)).not.toThrow();
  });
});
