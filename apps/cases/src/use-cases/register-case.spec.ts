import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEvent, type DispatchPlanned, type IncidentReported } from '#contracts';
import { Outbox, outboxTable, type EventContext } from '#messaging';
import { applyMigrations, Database, openConnections, type DatabaseOptions } from '#persistence';
import { Clock } from '#platform';
import { CaseNumbers } from '../outbound/database/case-number.repository.js';
import { Cases } from '../outbound/database/case.repository.js';
import { caseRecords, casesSchema, ledgerEntries } from '../outbound/database/cases.schema.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { FileJournal } from './file-journal.js';
import { RegisterCase } from './register-case.js';

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

describe('RegisterCase', () => {
  let folder: string;
  let database: Database;
  let journal: FileJournal;
  let register: RegisterCase;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qijing-register-'));
    const connections = await openConnections(casesSchema, { profile: 'embedded', dataDir: folder } as DatabaseOptions);
    await applyMigrations(casesSchema, connections);
    database = new Database(connections);
    const trace = { current: () => undefined, continue: <T>(_parent: string | undefined, work: () => T) => work() };
    const files = new IncidentFiles(database, new Outbox(database, 'cases', '', trace));
    journal = new FileJournal(files, new Clock());
    register = new RegisterCase(journal, new Cases(database), new CaseNumbers(database));
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
          const reported = sample<IncidentReported>('incident.reported.v1', { incidentId, ...over });
          journal.open(reported, from('intake', incidentId));
          const planned = sample<DispatchPlanned>('dispatch.planned.v1', { incidentId });
          await register.run(planned, from('routing', incidentId));
        }
      },
      { subjects: ids },
    );
  const type = (caseKind?: string) => ({
    incidentType: {
      code: 'E1',
      key: 'k',
      name: { zh: '甲', en: 'a' },
      kind: 'incident',
      ...(caseKind && { caseKind }),
    },
  });

  it('numbers cases without gaps, across units of work', async () => {
    await dispatch(['a', 'b'], type('criminal'));
    await dispatch(['c'], type('criminal'));
    const numbers = (await database.rows(caseRecords, 'ORDER BY `number`')).map(({ number }) => number.slice(-5));
    expect(numbers).toEqual(['00001', '00002', '00003']);
  });

  it('gives a number back when the unit of work fails', async () => {
    await dispatch(['a'], type('criminal'));
    await expect(dispatch(['b', 'a'], type('criminal'))).rejects.toThrow();
    await dispatch(['c'], type('criminal'));
    expect((await database.rows(caseRecords, '')).map(({ number }) => number.slice(-5)).sort()).toEqual([
      '00001',
      '00002',
    ]);
  });

  it('opens the ledger with the reported loss, if there is one', async () => {
    await dispatch(['a'], { ...type('criminal'), estimatedLossFen: 4_000_000 });
    await dispatch(['b'], { ...type('criminal'), estimatedLossFen: 0 });
    expect(await database.rows(ledgerEntries, '')).toMatchObject([
      { kind: 'LOSS_REPORTED', amountFen: 4_000_000, line: 1 },
    ]);
    const sent = (await database.rows(outboxTable, 'ORDER BY `seq`')).map((row) => [
      row.aggregateId,
      row.aggregateSeq,
      row.type,
    ]);
    expect(sent).toEqual([
      ['a', 1, 'case.registered.v1'],
      ['a', 2, 'loss.entry-posted.v1'],
      ['b', 1, 'case.registered.v1'],
    ]);
  });

  it('registers nothing for a type without a case', async () => {
    await dispatch(['a'], type());
    expect(await database.rows(caseRecords, '')).toEqual([]);
    expect(await database.rows(outboxTable, '')).toEqual([]);
  });

  it('refuses a dispatch of an incident that nobody reported', async () => {
    const planned = sample<DispatchPlanned>('dispatch.planned.v1', { incidentId: 'x' });
    await expect(database.write(() => register.run(planned, from('routing', 'x')))).rejects.toThrow('incident-file');
  });
});
