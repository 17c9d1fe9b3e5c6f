import { inRoot } from '../../scripts/lib/paths.mjs';
import { ownSystem, UNLIMITED } from '../kit/system.mjs';

const dist = (path) => import(inRoot('dist', path));

/**
 * A system of its own for one replay, with the replay's fleet and nothing else: databases are made, the fleet is entered
 * through the use cases, then it starts. Everything is removed by `stop`.
 * @param {'embedded' | 'cluster'} profile
 * @param {object[]} fleet units to enter
 * @param {(text: string) => void} say
 * @returns {Promise<object>} what `ownSystem` answers, with `baseUrl` and `stop`
 */
export async function openSystem(profile, fleet, say) {
  const system = await ownSystem(profile, { label: 'replay', env: { QIJING_DEMO: 'false', ...UNLIMITED }, say });
  try {
    await system.cli(['migrate']);
    if (profile === 'cluster') await system.cli(['topics', 'create']);
    await enter(fleet, system.password, system.environment);
    const { baseUrl, stop } = await system.start({ prepare: false });
    return { ...system, baseUrl, stop: () => stop().finally(() => system.remove()) };
  } catch (error) {
    await system.remove();
    throw error;
  }
}

/** Beats, accounts and units, through the same use cases that fill a deployment. */
async function enter(fleet, password, environment) {
  const [{ withServices }, { loadConfig }, { StandaloneConfig }] = await Promise.all([
    dist('apps/standalone/src/cli/context.js'),
    dist('libs/platform/src/index.js'),
    dist('apps/standalone/src/standalone.config.js'),
  ]);
  const [{ SeedDemoAccounts }, { SeedDirectory }, { EnterUnits }, { demoJurisdictions }, { demoUnits }] =
    await Promise.all([
      dist('apps/identity/src/use-cases/seed-demo-accounts.js'),
      dist('apps/intake/src/use-cases/seed-directory.js'),
      dist('apps/routing/src/use-cases/enter-units.js'),
      dist('apps/standalone/src/demo/data/jurisdictions.js'),
      dist('apps/standalone/src/demo/data/units.js'),
    ]);
  const theirs = new Set(fleet.map(({ discipline }) => discipline));
  // who is only told of things comes from the demo
  const units = [...fleet, ...demoUnits.filter(({ discipline }) => !theirs.has(discipline))];
  const config = loadConfig(StandaloneConfig, environment);
  await withServices(config, async (app) => {
    const get = (type) => app.get(type, { strict: false });
    await get(SeedDemoAccounts).execute(accountsFor(units), password);
    await get(SeedDirectory).run({ enterprises: [], jurisdictions: demoJurisdictions });
    await get(EnterUnits).run(units);
  });
}

const accountsFor = (units) => [
  { account: 'replay', name: '回放接口', roles: ['machine'] },
  { account: 'operator', name: '接警席', roles: ['call_taker', 'dispatcher'] },
  { account: 'chief', name: '值班长', roles: ['duty_chief'] },
  ...units.map(({ id, name }) => ({ account: id, name, roles: ['officer', 'case_officer'], unitId: id })),
];
