import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { incidentReported, testProfile } from '#testing';
import { AdvanceAssignment } from '../../apps/routing/src/use-cases/advance-assignment.js';
import { PlanDispatch } from '../../apps/routing/src/use-cases/plan-dispatch.js';
import { routingSchema } from '../../apps/routing/src/outbound/database/routing.schema.js';
import { DESK, RoutingHarness } from './routing.harness.js';

const SLOW_MS = 90_000;
/** Rows that come and go with sending. */
const PASSING = new Set(['outbox', 'lease', 'relay_lease']);

const UPDATE = /^(UPDATE) `(\w+)`/;

/** Rows kept and statements asked for by what routing does; the outbox and what carries events are counted elsewhere. */
describe(`what routing keeps and asks on ${testProfile()}`, () => {
  let routing: RoutingHarness;
  beforeAll(async () => {
    routing = await RoutingHarness.start();
    await routing.enter(
      (['PS', 'CID', 'AST', 'ISEC'] as const).map((discipline) => ({
        id: `${discipline}1`,
        name: discipline,
        discipline,
        capacity: 900,
        longitude: 119.97,
        latitude: 31.69,
      })),
    );
    await plan(1);
  }, SLOW_MS);
  afterAll(() => routing.close(), SLOW_MS);

  const plan = async (count: number): Promise<void> => {
    const now = new Date().toISOString();
    const disciplines = { atOnce: ['PS' as const, 'CID' as const, 'AST' as const], inform: ['ISEC' as const] };
    const reports = Array.from({ length: count }, () =>
      incidentReported({
        incidentId: newId(),
        receivedAt: now,
        recordedAt: now,
        plan: { id: 'E101', version: 1, ...disciplines },
      }),
    );
    const subjects = reports.map(({ incidentId }) => incidentId);
    await routing.database.write(
      async () => {
        for (const report of reports) await routing.get(PlanDispatch).run(report);
      },
      { subjects },
    );
  };
  const rows = async (): Promise<Map<string, number>> => {
    const counted = new Map<string, number>();
    for (const { name } of routingSchema.tables) {
      if (PASSING.has(name)) continue;
      const [row] = await routing.database.query<{ n: number | string }>(`SELECT COUNT(*) AS n FROM \`${name}\``);
      counted.set(name, Number(row?.n));
    }
    return counted;
  };
  /** What work adds: rows by table, and the statements of its transaction besides BEGIN and COMMIT. */
  const cost = async (work: () => Promise<unknown>) => {
    const before = await rows();
    const asked: string[] = [];
    const { connections } = routing.database;
    const { writer } = connections;
    connections.writer = async () => {
      const session = await writer.call(connections);
      return { ...session, run: (sql, params) => (asked.push(sql.replace(/\s+/g, ' ')), session.run(sql, params)) };
    };
    await work();
    connections.writer = writer;
    const after = await rows();
    const added = [...after].flatMap(([name, n]) =>
      n === before.get(name) ? [] : [[name, n - (before.get(name) ?? 0)]],
    );
    const begun = asked.filter((sql) => /^(BEGIN|START)/.test(sql)).length;
    const statements = asked.flatMap((sql) => {
      const [, verb, table = ''] =
        /^(SELECT|INSERT|UPDATE|DELETE)\b.*?(?:FROM|INTO|UPDATE) `(\w+)`/.exec(sql) ?? UPDATE.exec(sql) ?? [];
      return verb === undefined || PASSING.has(table) ? [] : [`${verb} ${table}`];
    });
    return { rows: Object.fromEntries(added) as Record<string, number>, statements, begun };
  };

  it('is a dispatch, its assignments and an audit entry for a report', async () => {
    const { rows: added, statements, begun } = await cost(() => plan(1));
    expect(added).toEqual({ dispatch: 1, assignment: 3, audit_entry: 1 });
    expect(statements).toEqual(['INSERT assignment', 'INSERT dispatch', 'INSERT audit_entry']);
    expect(begun).toBe(1);
  });

  it('is the same statements for a hundred reports in one transaction', async () => {
    const { rows: added, statements } = await cost(() => plan(100));
    expect(added).toEqual({ dispatch: 100, assignment: 300, audit_entry: 100 });
    expect(statements).toEqual(['INSERT assignment', 'INSERT dispatch', 'INSERT audit_entry']);
  });

  it.each(['ACKNOWLEDGED', 'EN_ROUTE'] as const)(
    'is an audit entry and one update per row for %s',
    async (milestone) => {
      const [assignment] = await routing.assignments();
      const act = () => routing.get(AdvanceAssignment).run(assignment?.id ?? '', milestone, undefined, DESK);
      const { rows: added, statements } = await cost(() => routing.database.write(act));
      expect(added).toEqual({ audit_entry: 1 });
      expect(statements).toEqual([
        'SELECT assignment',
        'SELECT dispatch',
        'SELECT assignment',
        'UPDATE assignment',
        'UPDATE dispatch',
        'SELECT audit_entry',
        'INSERT audit_entry',
      ]);
    },
  );
});
