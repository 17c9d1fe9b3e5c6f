import { inRoot } from '../../../scripts/lib/paths.mjs';
import { ENTERPRISE, TOWN } from '../load/reports.mjs';

/** Beats per side of the town. */
const BEATS = 10;
/** Stations with the beat as their own ground. */
const PER_BEAT = 4;
/** Assignments that a unit may hold: enough that nobody ever waits for one in a run. */
const CAPACITY = 40;
/** Disciplines that a theft asks for at once; patrol comes where life is in danger. */
const EVERYWHERE = ['CID', 'AST', 'PAT', 'ISEC'];

const beatCode = (x, y) => `B${String(x).padStart(2, '0')}${String(y).padStart(2, '0')}`;
const size = TOWN.side / BEATS;
const beats = Array.from({ length: BEATS * BEATS }, (_, at) => ({ x: at % BEATS, y: Math.floor(at / BEATS) }));

function jurisdiction({ x, y }) {
  const [west, south] = [TOWN.west + x * size, TOWN.south + y * size];
  const [east, north] = [west + size, south + size];
  return {
    code: beatCode(x, y),
    name: `测试辖区 ${beatCode(x, y)}`,
    district: '320412',
    zone: 'urban',
    outline: [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  };
}

function unitsOf({ x, y }) {
  const place = (nth) => ({
    longitude: TOWN.west + (x + (nth + 0.5) / PER_BEAT) * size,
    latitude: TOWN.south + (y + 0.5) * size,
  });
  return ['PS', ...EVERYWHERE].flatMap((discipline) =>
    Array.from({ length: PER_BEAT }, (_, nth) => ({
      id: `${discipline}${beatCode(x, y)}${nth}`,
      name: `${discipline}-${beatCode(x, y)}-${nth}`,
      discipline,
      capacity: CAPACITY,
      ...place(nth),
      jurisdictions: discipline === 'PS' ? [beatCode(x, y)] : [],
    })),
  );
}

const dist = (path) => import(inRoot('dist', path));

/** Fills a system with 100 beats, 2,000 units and one enterprise, through the use cases that fill a deployment. */
export async function enterTown(environment, password) {
  const [{ withServices }, { loadConfig }, { StandaloneConfig }] = await Promise.all([
    dist('apps/standalone/src/cli/context.js'),
    dist('libs/platform/src/index.js'),
    dist('apps/standalone/src/standalone.config.js'),
  ]);
  const [{ SeedDemoAccounts }, { SeedDirectory }, { EnterUnits }] = await Promise.all([
    dist('apps/identity/src/use-cases/seed-demo-accounts.js'),
    dist('apps/intake/src/use-cases/seed-directory.js'),
    dist('apps/routing/src/use-cases/enter-units.js'),
  ]);
  const operator = { account: 'operator', name: '接警席', roles: ['call_taker', 'dispatcher'] };
  const station = {
    account: 'station',
    name: '测试派出所',
    roles: ['officer', 'case_officer'],
    unitId: unitsOf({ x: 0, y: 0 })[0].id,
  };
  await withServices(loadConfig(StandaloneConfig, environment), async (app) => {
    const get = (type) => app.get(type, { strict: false });
    await get(SeedDemoAccounts).execute([operator, station], password);
    await get(SeedDirectory).run({
      enterprises: [{ id: ENTERPRISE, name: '示范电子有限公司', contacts: [], tags: [] }],
      jurisdictions: beats.map(jurisdiction),
    });
    for (let from = 0; from < beats.length; from += 20) {
      await get(EnterUnits).run(beats.slice(from, from + 20).flatMap(unitsOf));
    }
  });
}
