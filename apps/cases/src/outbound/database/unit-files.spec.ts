import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssignmentState } from '#contracts';
import { openTestDatabase, testProfile, type TestDatabase } from '#testing';
import type { IncidentFile } from '../../domain/incident-file/incident-file.js';
import { Cases } from './case.repository.js';
import { type LedgerEntryRow, ledgerEntries } from './case.tables.js';
import { casesSchema } from './cases.schema.js';
import { unitFiles, type IncidentFileRow } from './incident-file.tables.js';
import { UnitFiles } from './unit-files.js';

const row = { id: 'f', receivedAt: new Date('2026-05-21T01:30:00.123Z') } as IncidentFileRow;
type Named = Pick<IncidentFile, 'assignments' | 'dispatch'>;
const file = (...units: [unitId: string, role: 'lead' | 'assist', state: AssignmentState][]): Named => ({
  assignments: units.map(([id, role, state]) => ({ role, state, unit: { id } })) as IncidentFile['assignments'],
});

describe(`what is added at the end of a unit of work of cases on ${testProfile()}`, () => {
  let opened: TestDatabase;
  beforeEach(async () => {
    opened = await openTestDatabase(casesSchema);
  });
  afterEach(() => opened.drop());

  /** Changes of one file, each in a unit of work or all in one. */
  const follow = async (steps: readonly Named[], together: boolean) => {
    const { database } = opened;
    const units = new UnitFiles(database);
    const walk = (from: number, to: number) =>
      database.write(() => {
        for (let at = from; at < to; at += 1) units.follow(row, steps[at - 1] ?? file(), steps[at] ?? file());
        return Promise.resolve();
      });
    if (together) await walk(0, steps.length);
    else for (let at = 0; at < steps.length; at += 1) await walk(at, at + 1);
    return (await database.rows(unitFiles, 'ORDER BY `unit_id`')).map(({ unitId }) => unitId);
  };

  it.each([true, false])('is a row for each unit that does not lead, when together: %s', async (together) => {
    const planned = file(['A', 'lead', 'ISSUED'], ['B', 'assist', 'ISSUED'], ['B', 'assist', 'ISSUED']);
    expect(await follow([planned, file(['A', 'lead', 'ARRIVED'], ['B', 'assist', 'ISSUED'])], together)).toEqual(['B']);
  });

  it.each([true, false])('ends with the part of a unit, when together: %s', async (together) => {
    const first = file(['A', 'lead', 'ISSUED'], ['B', 'assist', 'ISSUED'], ['C', 'assist', 'ISSUED']);
    const second = file(['A', 'lead', 'DECLINED'], ['B', 'lead', 'ISSUED'], ['C', 'assist', 'RECALLED']);
    expect(await follow([first, second], together)).toEqual([]);
    await opened.database.write(() => opened.database.execute('DELETE FROM `unit_file`'));
    const back = file(['A', 'lead', 'DECLINED'], ['B', 'lead', 'ISSUED'], ['A', 'assist', 'ISSUED']);
    const gone = file(['A', 'lead', 'DECLINED'], ['B', 'lead', 'ISSUED'], ['A', 'assist', 'DECLINED']);
    expect(await follow([first, second, back, gone, back], together)).toEqual(['A']);
  });

  it('is a row for a unit that is informed', async () => {
    const informed = [{ discipline: 'ISEC' as const, unit: { id: 'I', name: 'I', discipline: 'ISEC' as const } }];
    const dispatch = { informed } as IncidentFile['dispatch'];
    expect(await follow([{ ...file(['A', 'lead', 'ISSUED']), dispatch }], true)).toEqual(['I']);
  });

  it('is every entry of a ledger, also one that is added while others are written', async () => {
    const { database } = opened;
    const cases = new Cases(database);
    const entry = (line: number) =>
      ({
        id: `e${line}`,
        caseId: 'c',
        line,
        kind: 'SEIZED',
        amountFen: 1,
        occurredAt: row.receivedAt,
        recordedAt: row.receivedAt,
        by: {},
      }) as LedgerEntryRow;
    await database.write(() => {
      cases.post(entry(1));
      database.unit.beforeCommit('guard', () => Promise.resolve(void cases.post(entry(2))));
      return Promise.resolve();
    });
    expect((await database.rows(ledgerEntries, 'ORDER BY `line`')).map(({ id }) => id)).toEqual(['e1', 'e2']);
  });
});
