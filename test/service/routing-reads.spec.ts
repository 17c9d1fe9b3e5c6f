import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SqlParam } from '#persistence';
import { explainedPlan, openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { DispatchRepository } from '../../apps/routing/src/outbound/database/dispatch.repository.js';
import { routingSchema } from '../../apps/routing/src/outbound/database/routing.schema.js';
import { assignments } from '../../apps/routing/src/outbound/database/assignment.table.js';
import { gaps } from '../../apps/routing/src/outbound/database/gap.table.js';
import { units } from '../../apps/routing/src/outbound/database/unit.table.js';
import { UnitChanges } from '../../apps/routing/src/outbound/database/unit-changes.js';
import { UnitRepository } from '../../apps/routing/src/outbound/database/unit.repository.js';

const HISTORY = 20_000;
const UNITS = 200;
const at = new Date('2026-05-21T01:00:00.000Z');
const later = (n: number) => new Date(at.getTime() + n);

/** Every list of routing on a database with a long past: what it reads is bounded by its page. */
describe(`reads of routing on ${testProfile()}`, () => {
  let opened: TestDatabase;
  let asked: { sql: string; params: readonly SqlParam[] }[];

  beforeAll(async () => {
    opened = await openTestDatabase(routingSchema);
    const { database } = opened;
    await database.write(async () => {
      await database.insert(
        units,
        Array.from({ length: UNITS }, (_none, n) => ({
          id: `U${String(n).padStart(3, '0')}`,
          name: 'u',
          discipline: n % 2 === 0 ? ('PS' as const) : ('CID' as const),
          duty: 'on_duty' as const,
          capacity: 2,
          longitude: 119.9,
          latitude: 31.7,
          jurisdictions: [],
          districts: [],
          version: 1,
          updatedAt: later(n),
        })),
      );
      await database.insert(
        assignments,
        Array.from({ length: HISTORY }, (_none, n) => {
          const open = n >= HISTORY - UNITS;
          return {
            id: `a${String(n).padStart(6, '0')}`,
            incidentId: `i${n}`,
            slot: 1,
            role: 'lead' as const,
            unitId: `U${String(n % UNITS).padStart(3, '0')}`,
            unitName: 'u',
            discipline: 'PS' as const,
            state: open ? ('ISSUED' as const) : ('COMPLETED' as const),
            ...(open && { unitSlot: 1, ringsAt: later(n) }),
            milestones: {},
            feedbackCount: 0,
            issuedAt: later(n),
            acknowledgeBy: later(n),
            placeAt: later(n),
            placeBy: n % 3 === 0 ? 'here' : 'there',
            version: 1,
          };
        }),
      );
      await database.insert(
        gaps,
        Array.from({ length: 500 }, (_none, n) => ({
          incidentId: `i${n}`,
          slot: 1,
          discipline: n % 2 === 0 ? ('PS' as const) : ('CID' as const),
          priority: 'P3' as const,
          since: later(n),
        })),
      );
    });
    const { connections } = database;
    if (connections.dialect.name === 'mysql') {
      await database.query('ANALYZE TABLE `unit`, `assignment`, `dispatch_gap`');
    }
    const read = connections.read.bind(connections);
    connections.read = (sql, params) => {
      if (/^SELECT .*FROM/s.test(sql)) asked.push({ sql, params });
      return read(sql, params);
    };
  }, 60_000);
  afterAll(() => opened.drop());

  const changes = () => new UnitChanges(opened.database);
  const list = (filter: object) => new UnitRepository(opened.database).list({ limit: 50, ...filter });
  const dispatches = () => new DispatchRepository(opened.database, undefined as never, undefined as never);
  const page = Array.from({ length: 50 }, (_none, n) => `U${String(n).padStart(3, '0')}`);

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['a page of units', () => list({ after: 'U100' }), /PRIMARY|autoindex_unit/],
    ['a page of units of a discipline', () => list({ discipline: 'PS', after: 'U100' }), /discipline/],
    ['the places of a page of units', () => changes().slotsTaken(page), /uq_assignment/],
    [
      'the open assignments of a unit',
      () => dispatches().assignmentsOfUnit('U007', true, undefined, 50),
      /uq_assignment/,
    ],
    ['the last assignments of a unit', () => dispatches().assignmentsOfUnit('U007', false, 'a019000', 50), /unit/],
    ['the assignments of an incident', () => dispatches().readAssignments('i7'), /incident/],
    ['open gaps of a discipline', () => dispatches().gaps.waiting('PS', 20), /discipline/],
    ['what other processes changed of units', () => changes().units({ at: later(UNITS - 5), id: '' }, 100), /updated/],
    ['places that others moved', () => changes().places({ at: later(HISTORY - 50), id: '' }, 'here', 100), /place/],
  ])('%s are found by an index, whatever happened before', async (_what, read, index) => {
    asked = [];
    await read();
    const statements = [...asked];
    expect(statements).toHaveLength(1);
    for (const { sql, params } of statements) {
      const { reads } = await explainedPlan(opened.database, sql, params);
      expect(reads).toMatchObject([{ scanned: false }]);
      expect(reads[0]?.index).toMatch(index);
    }
  });

  it('what falls due is found by an index', async () => {
    const sql = 'SELECT `id` FROM `assignment` WHERE `rings_at` <= ? ORDER BY `rings_at`, `id` LIMIT ? OFFSET ?';
    const { reads } = await explainedPlan(opened.database, sql, ['2026-05-21 00:00:00.000', 100, 0]);
    expect(reads).toMatchObject([{ scanned: false }]);
    expect(reads[0]?.index).toMatch(/rings/);
  });
});
