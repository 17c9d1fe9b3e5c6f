import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { DISCIPLINES, DUTY_STATES, isLine, showsSomething, ZONES } from '#contracts';
import { Database } from '#persistence';
import { newId } from '#platform';
import { testProfile } from '#testing';
import { RegisterEnterprise } from '../../apps/intake/src/use-cases/register-enterprise.js';
import { SeedDirectory } from '../../apps/intake/src/use-cases/seed-directory.js';
import { EnterUnits } from '../../apps/routing/src/use-cases/enter-units.js';
import { ImportHarness } from './import.harness.js';

const SLOW_MS = 120_000;
const ROWS = 150;

/** What spreadsheets, CSV, XML and our own lists could take for something else. */
const awkward = fc.constantFrom(
  ...[
    '=1+1',
    '+86',
    '-x',
    '@a',
    "'=",
    "''",
    '"',
    ',',
    ';',
    '；',
    '|',
    '\\',
    '\\;',
    '_x0041_',
    '&amp;',
    '<b>',
    '  ',
    '\t',
    '٣',
    '𠮷',
    'é',
    '所',
    '0012',
    'TRUE',
    'toString',
    '__proto__',
  ],
);
const text = (max: number) =>
  fc
    .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('').slice(0, max))
    .filter((one) => isLine(one) && showsSomething(one));
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const place = fc.record({ longitude: degrees(180), latitude: degrees(90) }).filter(({ longitude: x, latitude: y }) => !(x >= 3 && x <= 54 && y >= 73)); // prettier-ignore
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{2,16}$/), { minLength: ROWS, maxLength: ROWS, size: 'max' });
const phones = fc.constantFrom('13800000011', '+8613800000012', '0519-88000013转12', '110');

const unit = fc.record({
  name: text(80),
  discipline: fc.constantFrom(...DISCIPLINES),
  agencyCode: optional(fc.stringMatching(/^\d{12}$/)),
  duty: fc.constantFrom(...DUTY_STATES),
  capacity: fc.integer({ min: 1, max: 1000 }),
  jurisdictions: fc.array(fc.stringMatching(/^[\w.-]{1,8}$/), { maxLength: 3 }),
  districts: fc.array(fc.stringMatching(/^[1-9]\d{5}$/), { maxLength: 3 }),
});
const enterprise = fc.record({
  name: text(200),
  tags: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/), { maxLength: 3 }),
  address: optional(text(300)),
  position: optional(place),
  contacts: fc.array(fc.record({ name: text(60), phone: phones, role: optional(text(60)) }), { maxLength: 3 }),
  liaison: optional(fc.oneof(fc.stringMatching(/^[\w.@-]{1,12}$/), fc.constantFrom('toString', '__proto__'))),
});
const area = fc.record({
  name: text(100),
  district: fc.stringMatching(/^[1-9]\d{5}$/),
  zone: fc.constantFrom(...ZONES),
  west: fc.double({ min: 73, max: 134, noNaN: true }),
  south: fc.double({ min: 18, max: 53, noNaN: true }),
});

describe(`what was exported and is imported again on ${testProfile()}`, () => {
  let [one, other]: ImportHarness[] = [];
  beforeAll(async () => {
    [one, other] = [await ImportHarness.open(), await ImportHarness.open()];
    const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000);
    process.stderr.write(`round trip: FC_SEED=${seed}\n`);
    const sample = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: ROWS, seed });
    const [ids = []] = fc.sample(codes, { numRuns: 1, seed });
    const places = sample(place);
    const units = sample(unit).map((each, at) => ({
      ...each,
      ...(places[at] ?? { longitude: 0, latitude: 0 }),
      id: ids[at] ?? '',
    }));
    await one.get(EnterUnits).run(units);
    const jurisdictions = sample(area).map(({ west, south, ...each }, at) => ({
      ...each,
      code: ids[at] ?? '',
      outline: [[west, south], [west + 0.5, south], [west + 0.25, south + 0.5]] as [number, number][], // prettier-ignore
    }));
    await one.get(SeedDirectory).run({ enterprises: [], jurisdictions });
    const { register, database } = { register: one.get(RegisterEnterprise), database: one.store('enterprises') };
    for (const fields of sample(enterprise)) await written(database, () => register.run(fields, newId()));
  }, SLOW_MS);
  afterAll(async () => {
    await one?.close();
    await other?.close();
  }, SLOW_MS);

  /** Runs work in a unit of work of the service that a store belongs to. */
  const written = (store: unknown, work: () => Promise<unknown>) =>
    (store as { database: Database }).database.write(work);

  it.each([
    ['units', 'csv'],
    ['units', 'xlsx'],
    ['enterprises', 'csv'],
    ['enterprises', 'xlsx'],
    ['areas', 'geojson'],
  ] as const)(
    'changes nothing: %s as %s; and makes the same of an empty deployment',
    async (kind, format) => {
      if (!one || !other) throw new Error('nothing is open');
      const file = await one.export(kind, format);
      const again = await one.import(kind, file);
      expect(again.refusals).toEqual([]);
      expect(again).toMatchObject({ rows: ROWS, unchanged: ROWS, written: false });
      const { created, unchanged } = await other.import(kind, file);
      expect(created + unchanged).toBe(ROWS);
      const back = await one.import(kind, await other.export(kind, format));
      expect(back).toMatchObject({ unchanged: ROWS, written: false });
    },
    SLOW_MS,
  );

  it(
    'holds no cell that a spreadsheet would compute',
    async () => {
      const cells = parse((await one?.export('enterprises', 'csv')) ?? '').flat();
      expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?(e-?\d+)?$)/.test(cell))).toEqual([]);
      expect(cells.filter((cell) => /^'[=+@-]/.test(cell))).not.toEqual([]);
    },
    SLOW_MS,
  );
});
