import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssignmentAcknowledged } from '#contracts';
import { newId } from '#platform';
import { CasesService } from './cases.fixture.js';
import { planned, reported, step } from './cases.samples.js';

/** Every table that an incident leaves rows in, but for those of messaging that go or stay for its sake. */
const TABLES = ['incident_file', 'timeline_entry', 'unit_file', 'case_record', 'ledger_entry', 'audit_entry'];

/** What an incident costs in cases: counts, not times. */
describe('what cases keeps', () => {
  let service: CasesService;
  beforeAll(async () => {
    service = await CasesService.start();
  });
  afterAll(() => service.stop());

  const rows = async (): Promise<Record<string, number>> => {
    const counts = TABLES.map(async (table): Promise<[string, number]> => {
      const [found] = await service.database.query<{ count: number }>(`SELECT COUNT(*) AS count FROM \`${table}\``);
      return [table, Number(found?.count)];
    });
    return Object.fromEntries(await Promise.all(counts));
  };
  const since = async (before: Record<string, number>) =>
    Object.fromEntries(Object.entries(await rows()).map(([table, count]) => [table, count - (before[table] ?? 0)]));

  it('of a theft with three units are five rows, one more for what a unit does, and six for its case with a loss', async () => {
    const incidentId = newId();
    const before = await rows();
    await service.feed(reported(incidentId), planned(incidentId, ['PS01', 'CID01', 'AST01']));
    expect(await since(before)).toEqual({
      incident_file: 1,
      timeline_entry: 2,
      unit_file: 2,
      case_record: 0,
      ledger_entry: 0,
      audit_entry: 0,
    });
    const dispatched = await rows();
    await service.feed(AssignmentAcknowledged.of(step(incidentId, 'CID01', 'assist', 'ACKNOWLEDGED', 'RESPONDING', 2)));
    expect(await since(dispatched)).toEqual({ ...Object.fromEntries(TABLES.map((t) => [t, 0])), timeline_entry: 1 });
    const acknowledged = await rows();
    await service.post(await service.unit('PS01'), `incidents/${incidentId}/case`);
    await service.hasPublished(incidentId, 2);
    expect(await since(acknowledged)).toEqual({
      incident_file: 0,
      timeline_entry: 2,
      unit_file: 0,
      case_record: 1,
      ledger_entry: 1,
      audit_entry: 2,
    });
  });

  it('of a hundred incidents takes a few statements, whatever their number', async () => {
    const cost = async (work: Promise<void>) => {
      const { statements, commits } = service.database.counts;
      await work;
      const { counts } = service.database;
      return { statements: counts.statements - statements, commits: counts.commits - commits };
    };
    const ids = Array.from({ length: 100 }, () => newId());
    const opened = await cost(service.feed(...ids.map((id) => reported(id))));
    const sent = await cost(service.feed(...ids.map((id) => planned(id, ['PS01', 'CID01', 'AST01']))));
    expect([opened.commits, sent.commits]).toEqual([1, 1]);
    // 4 and 8; what runs beside, such as a lease that is renewed, may add one or two.
    expect(opened.statements).toBeLessThanOrEqual(6);
    expect(sent.statements).toBeLessThanOrEqual(10);
  });

  it('of what a unit does rewrites neither the report nor the dispatch', async () => {
    const { incidentId } = await service.dispatched();
    const written: string[] = [];
    const { connections } = service.database;
    const writer = connections.writer.bind(connections);
    connections.writer = async () => {
      const session = await writer();
      return {
        release: () => session.release(),
        run: (sql, params) => {
          if (sql.startsWith('UPDATE `incident_file` SET')) written.push(sql);
          return session.run(sql, params);
        },
      };
    };
    await service.feed(
      AssignmentAcknowledged.of(step(incidentId, 'PS01', 'lead', 'ACKNOWLEDGED', 'RESPONDING', 2)),
      AssignmentAcknowledged.of(step(incidentId, 'CID01', 'assist', 'ACKNOWLEDGED', 'RESPONDING', 3)),
    );
    connections.writer = writer;
    expect(written).toHaveLength(1);
    expect([...(written[0] ?? '').matchAll(/`(\w+)` = CASE/g)].map(([, column]) => column)).toEqual([
      'state',
      'progress',
      'version',
      'seen',
    ]);
  });
});
