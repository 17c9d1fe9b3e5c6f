import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '#persistence';
import { openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { selectUnit } from '../../apps/routing/src/domain/selection/select-unit.js';
import { SELECTION_RULES } from '../../apps/routing/src/domain/selection/rules/index.js';
import { routingSchema } from '../../apps/routing/src/outbound/database/routing.schema.js';
import { assignments, type AssignmentRow } from '../../apps/routing/src/outbound/database/assignment.table.js';
import { units, type UnitRow } from '../../apps/routing/src/outbound/database/unit.table.js';
import { UnitChanges } from '../../apps/routing/src/outbound/database/unit-changes.js';
import { UnitRepository } from '../../apps/routing/src/outbound/database/unit.repository.js';
import { UnitRoster } from '../../apps/routing/src/outbound/database/unit-roster.js';

const FLEET = 2500;
const unit = (id: string, over: Partial<UnitRow> = {}): UnitRow => ({
  id,
  name: id,
  discipline: 'PS',
  duty: 'on_duty',
  capacity: 1,
  longitude: 119.9,
  latitude: 31.7,
  jurisdictions: [],
  districts: [],
  version: 1,
  updatedAt: new Date(),
  ...over,
});

/** One process: a roster with its own connection. */
interface Process {
  readonly database: Database;
  readonly roster: UnitRoster;
}

describe(`the units in memory on ${testProfile()}`, () => {
  let opened: TestDatabase;
  let one: Process;
  let two: Process;
  let serial = 0;

  const start = async (): Promise<Process> => {
    const database = await opened.another();
    const roster = new UnitRoster(database, new UnitChanges(database));
    await roster.onModuleInit();
    await roster.onModuleDestroy();
    return { database, roster };
  };
  /** A unit of the discipline that a process would send. */
  const chosen = ({ database, roster }: Process, discipline: UnitRow['discipline'] = 'PS') =>
    database.write(async () => {
      const place = { longitude: 119.9, latitude: 31.7, district: '320412' };
      const wish = { slot: 1, discipline, priority: 'P3' as const, place, excluded: new Set<string>() };
      return selectUnit(wish, await roster.places(), SELECTION_RULES).unit?.id;
    });
  const enter = ({ database, roster }: Process, ...rows: UnitRow[]) =>
    database.write(async () => {
      await database.insert(units, rows);
      for (const row of rows) roster.put(row);
    });
  const take = ({ database, roster }: Process, unitId: string) =>
    database.write(async () => {
      const unitSlot = (await roster.places()).take(unitId);
      const row: AssignmentRow = {
        id: `a${(serial += 1)}`,
        incidentId: 'i',
        slot: 1,
        role: 'lead',
        unitId,
        unitName: unitId,
        discipline: 'PS',
        state: 'ISSUED',
        ...(unitSlot !== undefined && { unitSlot }),
        milestones: {},
        feedbackCount: 0,
        issuedAt: new Date(),
        acknowledgeBy: new Date(),
        ...roster.mark(new Date()),
        version: 1,
      };
      await database.insert(assignments, [row]);
      return row;
    });
  const giveBack = ({ database, roster }: Process, { id, unitId, unitSlot = 0 }: AssignmentRow) =>
    database.write(async () => {
      (await roster.places()).release(unitId, unitSlot);
      const { placeAt, placeBy } = roster.mark(new Date());
      await database.execute(
        'UPDATE `assignment` SET `unit_slot` = NULL, `place_at` = ?, `place_by` = ? WHERE `id` = ?',
        [placeAt.toISOString().replace('T', ' ').replace('Z', ''), placeBy, id],
      );
    });

  beforeAll(async () => {
    opened = await openTestDatabase(routingSchema);
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    await opened.database.write(async () => {
      await opened.database.execute('DELETE FROM `assignment`');
      await opened.database.execute('DELETE FROM `unit`');
    });
    one = await start();
    two = await start();
  });

  it('follow what the other process commits: new units, duty, places taken and given back', async () => {
    await enter(one, unit('PS1'));
    expect([await chosen(one), await chosen(two)]).toEqual(['PS1', undefined]);
    await two.roster.follow();
    expect(await chosen(two)).toBe('PS1');

    const taken = await take(two, 'PS1');
    expect([await chosen(one), await chosen(two)]).toEqual(['PS1', undefined]);
    await one.roster.follow();
    expect(await chosen(one)).toBeUndefined();

    await giveBack(one, taken);
    expect([await chosen(one), await chosen(two)]).toEqual(['PS1', undefined]);
    await two.roster.follow();
    expect(await chosen(two)).toBe('PS1');

    const { database } = one;
    const repository = new UnitRepository(database);
    await database.write(async () => {
      const row = (await repository.find('PS1')) as UnitRow;
      Object.assign(row, { duty: 'off_duty', version: row.version + 1, updatedAt: new Date() });
      repository.save(row);
      one.roster.put(row);
    });
    expect(await chosen(one)).toBeUndefined();
    await two.roster.follow();
    expect(await chosen(two)).toBeUndefined();
  });

  it('are read again after a lost race, those units alone', async () => {
    await enter(one, unit('PS1'), unit('PS2', { longitude: 120 }));
    await two.roster.follow();
    await take(one, 'PS1');
    two.roster.distrust(['PS1']);
    expect(await chosen(two)).toBe('PS2');
  });

  it('are all there after a start, page by page, with their places', async () => {
    await enter(one, ...Array.from({ length: FLEET }, (_none, n) => unit(`U${String(n).padStart(4, '0')}`)));
    await take(one, 'U0000');
    await take(one, 'U2499');
    const three = await start();
    expect(await chosen(three)).toBe('U0001');
    const places = await three.database.write(() => three.roster.places());
    expect([places.take('U2498'), places.take('U2499')]).toEqual([1, undefined]);
  });

  it('cost two statements a turn when nothing changes, whether they are few or many', async () => {
    const statements = async () => {
      const before = two.database.counts.statements;
      for (let turn = 0; turn < 10; turn += 1) await two.roster.follow();
      return two.database.counts.statements - before;
    };
    expect(await statements()).toBe(20);
    const long = new Date(Date.now() - 60_000);
    await enter(one, ...Array.from({ length: FLEET }, (_none, n) => unit(`U${n}`, { updatedAt: long })));
    two = await start();
    await two.roster.follow();
    expect(await statements()).toBe(20);
  });
});
