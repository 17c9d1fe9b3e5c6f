import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, migrate, openConnections, schemaDrift, type DatabaseOptions } from '#persistence';
import { dropTestDatabase, testDatabaseOptions, testProfile } from '#testing';
import { casesSchema } from '../cases.schema.js';
import { fileOf } from '../incident-file.row.js';
import { incidentFiles, unitFiles } from '../incident-file.tables.js';

const AT = '2026-05-21 01:30:00.123';
const unit = (id: string) => ({ id, name: id, discipline: 'PS' });
const reporter = { name: '王', phone: '13800001111' };
const plan = { id: 'p-E101', version: 1, atOnce: ['PS'], inform: [] };
const slots = [{ slot: 1, discipline: 'PS', role: 'lead', assignmentId: 'a-1', candidates: [] }];

/** A file as version 0.1.0 kept it: one document, with what columns say too, and some things twice. */
const docOf = (id: string) => ({
  incidentId: id,
  number: `JQ-${id}`,
  type: { code: 'E101', key: 'theft', name: { zh: '盗窃', en: 'theft' }, kind: 'incident', caseKind: 'criminal' },
  priority: 'P3',
  slaProfile: 'R3',
  state: 'RESPONDING',
  restricted: true,
  insiderSuspected: true,
  safeContact: { account: 'safe' },
  enterpriseRelated: true,
  receivedAt: '2026-05-21T01:30:00.123Z',
  place: { address: '延政路', longitude: 119.9, latitude: 31.7, zone: 'urban', district: '320412' },
  narrative: '铜材被盗',
  reporter,
  flags: ['insider_suspected'],
  crowd: 1,
  injured: 2,
  estimatedLossFen: 4_236_000,
  details: { what: '铜' },
  firedRules: [],
  plan,
  reports: [
    { reportId: 'r', channel: 'portal', receivedAt: '2026-05-21T01:30:00.123Z', reporter, narrative: '铜材被盗' },
  ],
  assignments: [{ assignmentId: 'a-1', slot: 1, role: 'lead', unit: unit('PS01'), state: 'ACKNOWLEDGED' }],
  advice: [],
  ...(id !== 'bare' && { dispatch: { plannedAt: '2026-05-21T01:31:00.000Z', plan, slots, informed: [], state: 'X' } }),
  ...(id !== 'bare' && { case: { caseId: 'c', number: 'AJ', state: 'FILED', suspects: [] } }),
});

describe(`files of version 0.1.0 on ${testProfile()}`, () => {
  let options: DatabaseOptions;
  beforeEach(async () => {
    options = testDatabaseOptions();
    await migrate(schemaBefore, options);
  });
  afterEach(() => dropTestDatabase(casesSchema, options));

  /** Tables play no part in migrating; the old ones are not declared any more. */
  const schemaBefore = { ...casesSchema, migrations: casesSchema.migrations.slice(0, 3) };

  const fill = async (ids: readonly string[]) => {
    const database = new Database(await openConnections(schemaBefore, options));
    await database.write(async () => {
      for (const id of ids) {
        await database.execute(
          'INSERT INTO `incident_file` (`id`, `number`, `state`, `priority`, `restricted`, `safe_contact`, ' +
            '`lead_unit_id`, `received_at`, `doc`, `published`, `version`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          [id, `JQ-${id}`, 'RESPONDING', 'P3', 1, 'safe', 'PS01', AT, JSON.stringify(docOf(id)), 2, 7],
        );
        for (const code of ['PS01', 'CID01']) {
          await database.execute('INSERT INTO `incident_file_unit` (`unit_id`, `incident_id`) VALUES (?, ?)', [
            code,
            id,
          ]);
        }
      }
    });
    await database.close();
  };

  it('are all carried over, with everything that a file says', async () => {
    const many = Array.from({ length: 250 }, (_none, n) => `f${n}`);
    await fill(['bare', 'whole', ...many]);
    await migrate(casesSchema, options);
    const database = new Database(await openConnections(casesSchema, options));
    try {
      expect(await schemaDrift(database.connections)).toEqual([]);
      const rows = await database.rows(incidentFiles, 'ORDER BY `id`');
      expect(rows.map(({ id }) => id).sort()).toEqual(['bare', 'whole', ...many].sort());
      for (const row of rows) {
        const { narrative, reporter: twice, plan: planned, ...doc } = docOf(row.id);
        const file = fileOf(row);
        expect(file).toEqual({ ...doc, ...(doc.dispatch && { dispatch: { ...doc.dispatch, state: undefined } }) });
        expect(file.reports[0]).toMatchObject({ narrative, reporter: twice });
        if (file.dispatch) expect(file.dispatch.plan).toEqual(planned);
        expect(row).toMatchObject({ published: 2, version: 7, safeContact: 'safe', leadUnitId: 'PS01' });
      }
      // The lead is in the file's own row.
      const units = await database.rows(unitFiles, "WHERE `incident_id` = 'whole'");
      expect(units).toEqual([
        { unitId: 'CID01', receivedAt: new Date('2026-05-21T01:30:00.123Z'), incidentId: 'whole' },
      ]);
    } finally {
      await database.close();
    }
  });
});
