import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, type AssignmentFeedbackGiven, type DispatchPlanned, type IncidentReported } from '#contracts';
import { Outbox, outboxTable, type EventContext } from '#messaging';
import { applyMigrations, Database, openConnections, type DatabaseOptions } from '#persistence';
import { Clock, type Caller } from '#platform';
import { CaseNumbers } from '../outbound/database/case-number.repository.js';
import { Cases } from '../outbound/database/case.repository.js';
import { caseRecords, ledgerEntries } from '../outbound/database/case.tables.js';
import { casesSchema } from '../outbound/database/cases.schema.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';
import { OpenCase, type OpeningRequest } from './open-case.js';

const SAMPLES = new URL('../../../../libs/contracts/samples/', import.meta.url);
const sample = <E>(type: string, over: object): E => {
  const json = JSON.parse(readFileSync(new URL(`${type}.json`, SAMPLES), 'utf8')) as object;
  const decoded = decodeEvent(type, { ...json, ...over });
  if (decoded.kind !== 'event') throw new Error(`${type} cannot be read`);
  return decoded.event as E;
};
const from = (source: string, subject: string): EventContext => ({
  id: 'e',
  source,
  type: '',
  time: new Date().toISOString(),
  subject,
  sequence: 1,
});
const type = (caseKind?: string) => ({
  incidentType: {
    code: 'E1',
    key: 'k',
    name: { zh: '甲', en: 'a' },
    kind: 'incident',
    ...(caseKind && { caseKind }),
  },
});

describe('a case is opened', () => {
  let folder: string;
  let database: Database;
  let journal: FileJournal;
  let open: OpenCase;
  let lead: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qijing-open-case-'));
    const connections = await openConnections(casesSchema, { profile: 'embedded', dataDir: folder } as DatabaseOptions);
    await applyMigrations(casesSchema, connections);
    database = new Database(connections);
    const trace = { current: () => undefined, continue: <T>(_parent: string | undefined, work: () => T) => work() };
    const files = new IncidentFiles(database, new Outbox(database, 'cases', '', trace));
    const cases = new Cases(database);
    journal = new FileJournal(files, new Clock());
    open = new OpenCase(
      new FileAccess(files, cases, new Proposals(database)),
      journal,
      cases,
      new CaseNumbers(database),
      new Clock(),
    );
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  /** Reports and dispatches incidents in one unit of work. */
  const dispatch = (ids: string[], over: object = {}) =>
    database.write(
      async () => {
        for (const incidentId of ids) {
          journal.open(
            sample<IncidentReported>('incident.reported.v1', { incidentId, ...over }),
            from('intake', incidentId),
          );
          const planned = sample<DispatchPlanned>('dispatch.planned.v1', { incidentId });
          lead = planned.assignments.find(({ role }) => role === 'lead')?.unit.id ?? '';
          journal.take(await journal.fileOf(incidentId), planned, from('routing', incidentId));
        }
      },
      { subjects: ids },
    );
  type IncidentEventLike = Parameters<FileJournal['take']>[1];
  const tell = (event: IncidentEventLike) =>
    database.write(
      async () => journal.take(await journal.fileOf(event.incidentId), event, { ...from('routing', 'x'), sequence: 2 }),
      {
        subjects: [event.incidentId],
      },
    );
  const officer = (more: Partial<Caller> = {}): Caller => ({
    accountId: 'a1',
    account: 'PS',
    name: '主办',
    roles: ['officer', 'case_officer'],
    unitId: lead,
    ...more,
  });
  const opens = (incidentId: string, request: OpeningRequest = {}, caller = officer()) =>
    database.write(() => open.run(caller, incidentId, '*', request), { subjects: [incidentId] });
  const sent = async () =>
    (await database.rows(outboxTable, 'ORDER BY `seq`')).map((row) => [row.aggregateId, row.aggregateSeq, row.type]);

  it('by no report and no dispatch', async () => {
    await dispatch(['a'], type('criminal'));
    expect(await database.rows(caseRecords, '')).toEqual([]);
    expect(await sent()).toEqual([]);
  });

  it('with numbers without gaps, across units of work and in spite of those that fail', async () => {
    await dispatch(['a', 'b'], type('criminal'));
    await opens('a');
    await expect(
      database.write(
        async () => {
          await open.run(officer(), 'b', '*', {});
          throw new Error('no');
        },
        { subjects: ['b'] },
      ),
    ).rejects.toThrow('no');
    await opens('b');
    const numbers = (await database.rows(caseRecords, 'ORDER BY `number`')).map(({ number }) => number.slice(-5));
    expect(numbers).toEqual(['00001', '00002']);
  });

  it('with the reported loss as the first entry of its ledger, if there is one', async () => {
    await dispatch(['a'], { ...type('criminal'), estimatedLossFen: 4_000_000 });
    await dispatch(['b'], { ...type('criminal'), estimatedLossFen: 0 });
    await opens('a');
    await opens('b');
    expect(await database.rows(ledgerEntries, '')).toMatchObject([
      { kind: 'LOSS_REPORTED', amountFen: 4_000_000, line: 1 },
    ]);
    expect(await sent()).toEqual([
      ['a', 1, 'case.registered.v1'],
      ['a', 2, 'loss.entry-posted.v1'],
      ['b', 1, 'case.registered.v1'],
    ]);
  });

  it('once: who opens it again gets the same, and no other kind', async () => {
    await dispatch(['a'], type('criminal'));
    const first = await opens('a');
    expect(await opens('a', { kind: 'criminal' })).toEqual(first);
    await expect(opens('a', { kind: 'economic' })).rejects.toThrow('case.already-open');
    expect(await database.rows(caseRecords, '')).toHaveLength(1);
  });

  it('as the officer says where the type of the incident has no kind of its own', async () => {
    await dispatch(['a'], type());
    await expect(opens('a')).rejects.toThrow('case.kind-missing');
    expect(await opens('a', { kind: 'administrative' })).toMatchObject({ kind: 'administrative', state: 'REGISTERED' });
  });

  it('by a case officer of the lead unit and by nobody else', async () => {
    await dispatch(['a'], type('criminal'));
    for (const refused of [{ unitId: 'OTHER' }, { roles: ['approver' as const], unitId: undefined }]) {
      await expect(opens('a', {}, officer(refused))).rejects.toThrow(/case.not-lead-unit|incident-file.not-found/);
    }
    await expect(opens('a', {}, officer({ roles: ['officer'] }))).rejects.toThrow('case.not-lead-unit');
  });

  it('never of an incident that was called off', async () => {
    await dispatch(['a'], type('criminal'));
    await tell(sample('incident.cancelled.v1', { incidentId: 'a' }));
    await expect(opens('a')).rejects.toThrow('case.incident-ended');
    expect(await database.rows(caseRecords, '')).toEqual([]);
  });

  it('with those who were caught before', async () => {
    await dispatch(['a'], type('criminal'));
    const { assignments } = (await journal.fileOf('a')).progress;
    const [first] = assignments;
    await tell(
      sample<AssignmentFeedbackGiven>('assignment.feedback-given.v1', {
        incidentId: 'a',
        assignmentId: first?.assignmentId,
        suspectsCaught: 2,
      }),
    );
    expect((await opens('a')).suspects).toMatchObject([
      { number: 1, state: 'caught' },
      { number: 2, state: 'caught' },
    ]);
    expect((await sent()).map(([, , name]) => name)).toEqual(
      expect.arrayContaining(['suspect.caught.v1', 'suspect.caught.v1']),
    );
    expect((await journal.fileOf('a')).progress.case?.suspects).toHaveLength(2);
  });
});
