import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addMs, HOUR } from '#domain-kit';
import type { Database } from '#persistence';
import { AppLogger, newId } from '#platform';
import { openTestDatabase, type TestDatabase } from '#testing';
import { CLAIM_MS, MOST_ATTEMPTS, pauseAfter } from '../../apps/notifications/src/domain/delivery.js';
import { Undeliverable, type SentChannel } from '../../apps/notifications/src/outbound/channels/channel.js';
import { DeliveryRepository } from '../../apps/notifications/src/outbound/database/delivery.repository.js';
import { NoticeRepository } from '../../apps/notifications/src/outbound/database/notice.repository.js';
import { notificationsSchema } from '../../apps/notifications/src/outbound/database/notifications.schema.js';
import { deliveries, type NoticeRow } from '../../apps/notifications/src/outbound/database/tables.js';
import { DeliverNotices } from '../../apps/notifications/src/use-cases/deliver-notices.js';

/** A channel of a test, with nothing on its other side yet. */
export interface ChannelUnderTest {
  readonly channel: SentChannel;
  /** Ids of the notices that arrived, in order; a repeated one twice. */
  received(): string[];
  dispose(): void;
}

type Fault = (notice: NoticeRow) => void | Promise<never>;

/** What every channel that leaves the database promises together with its sender; run over each of them. */
export function channelConformance(name: string, make: () => ChannelUnderTest): void {
  describe(`notice channel: ${name}`, () => {
    let under: ChannelUnderTest;
    let test: TestDatabase;
    let now: Date;
    /** Happens before each attempt. */
    let fault: Fault;
    let attempts: string[];
    let channel: SentChannel;
    const logger = new AppLogger({ service: 'channels', level: 'silent' });

    const processOn = (database: Database, channels: readonly SentChannel[] = [channel]) => {
      const queue = new DeliveryRepository(database);
      return {
        database,
        notices: new NoticeRepository(database, queue, channels),
        sender: new DeliverNotices(queue, channels, { now: () => now }, logger),
      };
    };
    let here: ReturnType<typeof processOn>;

    const store = async (incidentId: string, ...positions: number[]): Promise<string[]> => {
      const rows = positions.map((position): NoticeRow => {
        const audience = 'enterprise:e1';
        const told = { template: 'received', templateVersion: 1, text: { zh: '一', en: 'one' }, audience };
        const own = { id: newId(), incidentId, eventId: newId(), number: 'JQ1', position };
        return { ...told, ...own, visibleTo: audience, createdAt: now };
      });
      await here.database.write(() => Promise.resolve(rows.forEach((row) => here.notices.add(row))));
      return rows.map(({ id }) => id);
    };
    const states = async () =>
      (await here.database.rows(deliveries, 'ORDER BY `incident_id`, `position`')).map(
        ({ state, attempts: tried, reason }) => [state, tried, ...(reason === undefined ? [] : [reason])].join(' '),
      );

    beforeEach(async () => {
      [under, test] = [make(), await openTestDatabase(notificationsSchema)];
      [now, attempts] = [new Date('2026-11-30T08:00:00.000Z'), []];
      fault = () => undefined;
      const { channel: real } = under;
      channel = {
        kind: 'sent',
        name: real.name,
        deliver: async (notice, signal) => {
          attempts.push(notice.id);
          await fault(notice);
          return real.deliver(notice, signal);
        },
      };
      here = processOn(test.database);
    });
    afterEach(async () => {
      under.dispose();
      await test.drop();
    });

    it('delivers what is stored, once, and nothing of what was rolled back', async () => {
      const rolledBack = here.database.write(async () => {
        here.notices.add({ id: newId() } as NoticeRow);
        await Promise.reject(new Error('no'));
      });
      await expect(rolledBack).rejects.toThrow('no');
      const ids = [...(await store(newId(), 1)), ...(await store(newId(), 1))];
      await here.sender.run(channel);
      await here.sender.run(channel);
      expect(under.received().sort()).toEqual(ids.sort());
      expect(await states()).toEqual(['delivered 1', 'delivered 1']);
    });

    it('keeps the order of an incident, although one of its notices fails for a while, and lets others pass', async () => {
      const [first, second, third] = await store(newId(), 1, 2, 3);
      const [other] = await store(newId(), 1);
      fault = ({ id }) => {
        if (id === first) throw new Error('line is busy');
      };
      await here.sender.run(channel);
      expect(under.received()).toEqual([other]);
      expect((await states())[0]).toBe('queued 1 line is busy');
      fault = () => undefined;
      await here.sender.run(channel);
      expect(under.received()).toEqual([other]);
      now = addMs(now, pauseAfter(1));
      await here.sender.run(channel);
      expect(under.received()).toEqual([other, first, second, third]);
    });

    it('waits longer and longer, then gives up with the reason and goes on with the next', async () => {
      const [bad, next] = await store(newId(), 1, 2);
      fault = ({ id }) => {
        if (id === bad) throw new Error('no such number');
      };
      const pauses: number[] = [];
      for (;;) {
        await here.sender.run(channel);
        const [row] = await here.database.rows(deliveries, 'WHERE `position` = 1');
        if (row?.state !== 'queued') break;
        pauses.push(row.dueAt.getTime() - now.getTime());
        now = row.dueAt;
      }
      expect(pauses).toEqual(Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => pauseAfter(n + 1)));
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
      expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(6 * HOUR);
      expect(under.received()).toEqual([next]);
      expect(await states()).toEqual([`failed ${MOST_ATTEMPTS} no such number`, 'delivered 1']);
    });

    it('does not try again what can never be brought out', async () => {
      await store(newId(), 1);
      fault = () => {
        throw new Undeliverable('nobody to call');
      };
      await here.sender.run(channel);
      expect(await states()).toEqual(['failed 1 nobody to call']);
    });

    it('sends nothing of an incident that was restricted while it waited', async () => {
      const incident = newId();
      await store(incident, 1);
      await here.database.write(() => Promise.resolve(here.notices.confine(incident, 'contact:safe')));
      await here.sender.run(channel);
      expect([attempts, await states()]).toEqual([[], ['failed 1 withdrawn']]);
    });

    it('goes on after a restart, also with what was under way when the process died', async () => {
      const [first, second] = await store(newId(), 1, 2);
      fault = () => new Promise<never>(() => undefined);
      void here.sender.run(channel);
      for (let turn = 0; turn < 100 && attempts.length === 0; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      fault = () => undefined;
      const again = processOn(await test.another());
      await again.sender.run(channel);
      expect(under.received()).toEqual([]);
      now = addMs(now, CLAIM_MS);
      await again.sender.run(channel);
      expect(under.received()).toEqual([first, second]);
      expect(await states()).toEqual(['delivered 2', 'delivered 1']);
    });

    it('is shared by several processes, and each notice is sent by one of them', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 25; n += 1) ids.push(...(await store(newId(), 1, 2)));
      const others = [processOn(await test.another()), processOn(await test.another())];
      for (let round = 0; round < 5; round += 1) {
        await Promise.all([here, ...others].map(({ sender }) => sender.run(channel)));
      }
      expect(under.received().sort()).toEqual(ids.sort());
      expect(new Set(await states())).toEqual(new Set(['delivered 1']));
    });

    it('does not wait for a slow one, and sends what this process commits at once', async () => {
      const slow: SentChannel = {
        kind: 'sent',
        name: 'slow',
        deliver: () => new Promise<never>(() => undefined),
      };
      here = processOn(test.database, [slow, channel]);
      here.sender.onModuleInit();
      const [id] = await store(newId(), 1);
      for (let turn = 0; turn < 100 && under.received().length === 0; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect(under.received()).toEqual([id]);
      await here.sender.onModuleDestroy();
      const rows = await here.database.rows(deliveries, 'ORDER BY `channel`');
      expect(rows.map(({ channel: of, state }) => `${of} ${state}`)).toEqual([
        `${channel.name} delivered`,
        'slow queued',
      ]);
    });
  });
}
