import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INCIDENT_STATES, type IncidentReported } from '#contracts';
import { explainedPlan, openTestDatabase, testProfile, type TestDatabase } from '#testing';
import type { Scope } from '../../domain/incident-file/access.js';
import { progressOf, reportsOf } from '../../domain/incident-file/file-parts.js';
import type { FiledAssignment } from '../../domain/incident-file/filed-assignment.js';
import type { IncidentFile } from '../../domain/incident-file/incident-file.js';
import { openFile } from '../../domain/incident-file/open-file.js';
import { casesSchema } from './cases.schema.js';
import { conditionsOf, type FileFilter, type OpenScope } from './file-conditions.js';
import { FileLists } from './file-lists.js';
import { keysSql, rangesOf, type FileKey } from './file-ranges.js';
import { incidentFiles, unitFiles, type IncidentFileRow } from './incident-file.tables.js';

const FILES = 6_000;
const START = Date.parse('2026-05-21T00:00:00.000Z');
const idOf = (n: number): string => `f${String(n).padStart(5, '0')}`;
const file: IncidentFile = openFile({ flags: [], narrative: '', details: {} } as unknown as IncidentReported);

/**
 * A long history: the newest hundred files are open, the rest closed; `BIG` leads every second file and helps in the
 * others, `SMALL` helps in every thousandth; two files come at each instant.
 */
const row = (n: number): IncidentFileRow => ({
  id: idOf(n),
  number: `JQ${n}`,
  state: n < FILES - 100 ? 'CLOSED' : 'DISPATCHED',
  priority: n === 7 ? 'P1' : 'P3',
  restricted: n % 3 === 0,
  enterpriseId: `e${n % 40}`,
  reporterAccountId: `a${n % 50}`,
  leadUnitId: n % 2 === 0 ? 'BIG' : `U${n % 7}`,
  caseKind: n % 20 === 0 ? 'economic' : undefined,
  receivedAt: new Date(START + Math.floor(n / 2) * 1000),
  report: reportsOf(file),
  progress: { ...progressOf(file), assignments: [] as FiledAssignment[] },
  intakeVersion: 1,
  decisions: 1,
  published: 1,
  version: 1,
});

describe(`lists of files on ${testProfile()}`, () => {
  let opened: TestDatabase;
  let lists: FileLists;
  beforeAll(async () => {
    opened = await openTestDatabase(casesSchema);
    const { database } = opened;
    lists = new FileLists(database);
    const rows = Array.from({ length: FILES }, (_none, n) => row(n));
    const units = rows.flatMap(({ id: incidentId, receivedAt }, n) => [
      ...(n % 2 === 1 ? [{ unitId: 'BIG', receivedAt, incidentId }] : []),
      ...(n % 1000 === 1 ? [{ unitId: 'SMALL', receivedAt, incidentId }] : []),
    ]);
    await database.write(async () => {
      await database.insert(incidentFiles, rows, 500);
      await database.insert(unitFiles, units, 500);
    });
    // Servers judge by statistics of the tables, which they gather some seconds after rows came.
    if (testProfile() === 'cluster') await database.alone('ANALYZE TABLE `incident_file`, `unit_file`');
  }, 120_000);
  afterAll(() => opened.drop());

  const unit = (unitId: string, economicCases = false): OpenScope => ({ kind: 'unit', unitId, economicCases });
  const place: FileKey = { receivedAt: new Date(START + 1_500_000), id: idOf(3_001) };

  it.each<[string, OpenScope, FileFilter]>([
    ['everything', { kind: 'all' }, {}],
    ['what is open', { kind: 'all' }, { states: INCIDENT_STATES.slice(0, 6) }],
    ['what has ended', { kind: 'all' }, { states: INCIDENT_STATES.slice(6) }],
    ['an enterprise, for police', { kind: 'all' }, { enterpriseId: 'e1' }],
    ['a unit', unit('BIG'), {}],
    ['a unit, its open files', unit('BIG'), { states: ['DISPATCHED'] }],
    ['a legal reviewer', { kind: 'unit', economicCases: true }, {}],
    ['an enterprise', { kind: 'enterprise', enterpriseId: 'e1', account: 'a' }, {}],
    ['a machine', { kind: 'reporter', accountId: 'a1' }, {}],
  ])('read the files of %s in the order of an index', async (_whose, scope, filter) => {
    const { database } = opened;
    for (const after of [undefined, place]) {
      for (const range of rangesOf(scope, filter)) {
        const { sql, params } = keysSql([range], 51, after);
        const { reads, sorted } = await explainedPlan(database, sql, params);
        // A list of everything from its beginning is the index itself, cut off by the LIMIT.
        const whole = range.where.length === 0 && after === undefined;
        expect([sorted, reads.length, reads.some(({ index }) => index === undefined)]).toEqual([false, 1, false]);
        if (!whole) expect(reads).toMatchObject([{ scanned: false }]);
      }
    }
    const conditions = conditionsOf(scope, filter).map(([sql]) => ` AND (${sql})`);
    const values = conditionsOf(scope, filter).flatMap(([, params]) => params);
    const ids = [idOf(1), idOf(2), idOf(3)];
    const { reads } = await explainedPlan(
      database,
      `SELECT \`number\` FROM \`incident_file\` f WHERE \`id\` IN (?, ?, ?)${conditions.join('')}`,
      [...ids, ...values],
    );
    for (const read of reads) expect(read).toMatchObject({ scanned: false });
  });

  /** Ids of every page of a list, and how many statements the dearest page took. */
  const walk = async (scope: Scope, filter: FileFilter, limit: number) => {
    const [ids, costs]: [string[], number[]] = [[], []];
    for (let after: FileKey | undefined, more = true; more; more = after !== undefined) {
      const before = opened.database.counts.statements;
      const { rows, next } = await lists.page(scope, filter, limit, after);
      costs.push(opened.database.counts.statements - before);
      ids.push(...rows.map(({ id }) => id));
      after = next;
    }
    return { ids, dearest: Math.max(...costs), pages: costs.length };
  };
  const expected = (keep: (n: number) => boolean): string[] =>
    Array.from({ length: FILES }, (_none, n) => FILES - 1 - n)
      .filter(keep)
      .map(idOf);

  it('show every file of a unit once, newest first, whether it leads or helps', async () => {
    expect((await walk(unit('BIG'), {}, 199)).ids).toEqual(expected(() => true));
    expect(await walk(unit('SMALL'), {}, 2)).toMatchObject({ ids: expected((n) => n % 1000 === 1), dearest: 2 });
    expect((await walk(unit('SMALL', true), {}, 50)).ids).toEqual(expected((n) => n % 1000 === 1 || n % 20 === 0));
    expect((await walk({ kind: 'unit', economicCases: false }, {}, 50)).ids).toEqual([]);
  });

  it('narrow by state, stage, priority and enterprise', async () => {
    const all: Scope = { kind: 'all' };
    const open = { states: INCIDENT_STATES.slice(0, 6) };
    expect((await walk(all, open, 30)).ids).toEqual(expected((n) => n >= FILES - 100));
    expect((await walk(unit('BIG'), open, 30)).ids).toEqual(expected((n) => n >= FILES - 100));
    expect((await walk(all, { enterpriseId: 'e3' }, 30)).ids).toEqual(expected((n) => n % 40 === 3));
    expect((await walk(all, { ...open, enterpriseId: 'e3' }, 30)).ids).toEqual(
      expected((n) => n % 40 === 3 && n >= FILES - 100),
    );
    expect((await walk(all, { states: [] }, 30)).ids).toEqual([]);
    expect((await walk(unit('SMALL'), { ids: [idOf(1), idOf(2)] }, 30)).ids).toEqual([idOf(1)]);
  });

  it('keep restricted files from whoever may not know them', async () => {
    const enterprise: Scope = { kind: 'enterprise', enterpriseId: 'e3', account: 'somebody' };
    expect((await walk(enterprise, {}, 30)).ids).toEqual(expected((n) => n % 40 === 3 && n % 3 !== 0));
    expect((await walk({ kind: 'reporter', accountId: 'a1' }, {}, 30)).ids).toEqual(
      expected((n) => n % 50 === 1 && n % 3 !== 0),
    );
  });

  it('end a page that finds too little instead of reading the whole history, and go on behind it', async () => {
    const { rows, next } = await lists.page({ kind: 'all' }, { priority: 'P1' }, 50);
    expect(rows).toEqual([]);
    expect(next).toBeDefined();
    const { ids, dearest, pages } = await walk({ kind: 'all' }, { priority: 'P1' }, 50);
    expect(ids).toEqual([idOf(7)]);
    expect(pages).toBeLessThanOrEqual(4);
    expect(dearest).toBeLessThanOrEqual(22);
  });
});
