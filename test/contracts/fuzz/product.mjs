import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { Api, makeAccount, Session } from '../../kit/api.mjs';
import { ownSystem, UNLIMITED } from '../../kit/system.mjs';
import { Client } from './client.mjs';
import { Tables } from './tables.mjs';

const REPORTS = [
  ['E101', { place: [119.951, 31.703], estimatedLossFen: 4_200_000 }],
  ['E102', { place: [119.94, 31.71], estimatedLossFen: 9_000_000 }],
  ['E104', { place: [119.96, 31.7], estimatedLossFen: 30_000_000 }],
  ['E108', { place: [119.95, 31.69] }],
  ['F01', { place: [119.952, 31.705] }],
];

/** The compiled product in this process, on a data folder of its own, with demo data and some incidents. */
export async function startProduct() {
  const [platform, module_, config_, demo] = await Promise.all(
    ['libs/platform/src/index.js', 'apps/standalone/src/standalone.module.js', 'apps/standalone/src/standalone.config.js',
      'apps/standalone/src/demo/seed-demo.js'].map((path) => import(inRoot('dist', path))), // prettier-ignore
  );
  const env = { ...UNLIMITED, QIJING_HOST: '127.0.0.1', QIJING_PORT: '0', QIJING_LOG_LEVEL: 'silent' };
  const system = await ownSystem('embedded', { label: 'fuzz', env });
  const config = platform.loadConfig(config_.StandaloneConfig, system.environment);
  const running = await platform.runService(module_.StandaloneModule, config);
  const { accounts } = await demo.seedDemo(running.app, system.password);
  const baseUrl = running.url.replace('localhost', '127.0.0.1');
  const client = new Client(baseUrl);
  const api = new Api({ baseUrl, password: system.password });
  const tables = new Tables(system.dir);
  return {
    client,
    tables,
    ...(await populate(
      api,
      accounts.map(({ account }) => account),
    )),
    stop: async () => {
      client.close();
      api.close();
      tables.close();
      await running.stop();
      await system.remove();
    },
  };
}

/** People of every role, and incidents with assignments and cases. */
async function populate(api, names) {
  const people = await Promise.all(names.map((name) => signIn(api, name)));
  const own = { enterpriseId: people.find(({ account }) => account === 'enterprise').enterpriseId };
  for (const [account, roles, more] of [
    ['fuzz-machine', ['machine'], {}],
    ['fuzz-liaison', ['liaison'], {}],
    ['fuzz-contact', ['enterprise_contact'], own],
  ]) {
    await makeAccount(await api.as('admin'), { account, name: account, roles, ...more }, api.password);
    people.push(await signIn(api, account));
  }
  const disposable = await Promise.all(Array.from({ length: 8 }, () => signIn(api, 'leader')));
  return { people, disposable: disposable.map(({ token }) => token), pools: await incidents(api, people) };
}

async function signIn(api, account) {
  const { token, caller } = await new Session(api, account).signIn();
  return { token, ...caller };
}

async function incidents(api, people) {
  const contact = people.find(({ account }) => account === 'enterprise');
  const pools = {
    incidentId: [],
    reportId: [],
    caseId: [],
    assignmentId: [],
    unitId: [],
    enterpriseId: [],
    accountId: [],
  };
  for (const [type, { place, ...more }] of REPORTS) {
    const body = {
      type,
      enterpriseId: contact.enterpriseId,
      reporter: { name: '王敏', phone: '13800005102' },
      place: { address: '示范园区创新路1号', longitude: place[0], latitude: place[1] },
      narrative: '仓库门锁被撬',
      ...more,
    };
    const { incidentId, reportId } = await api.post('operator', 'reports', body);
    pools.incidentId.push(incidentId);
    pools.reportId.push(reportId);
  }
  for (const incidentId of pools.incidentId) {
    const file = await fileOf(api, incidentId);
    const lead = file.assignments.find(({ role }) => role === 'lead');
    if (file.type.caseKind) {
      const { caseId } = await api.post(lead.unit.id, `incidents/${incidentId}/case`, {});
      pools.caseId.push(caseId);
    }
    pools.assignmentId.push(...file.assignments.map((each) => each.assignmentId));
  }
  pools.unitId.push(...people.map(({ unitId }) => unitId).filter(Boolean));
  const { items } = await api.get('operator', 'enterprises');
  pools.enterpriseId.push(...items.map(({ enterpriseId }) => enterpriseId));
  return pools;
}

async function fileOf(api, incidentId) {
  for (let left = 200; ; left -= 1) {
    const file = await api.get('operator', `incident-files/${incidentId}`).catch(() => undefined);
    if (file?.dispatch) return file;
    if (left === 0) throw new Error(`no dispatch of ${incidentId}`);
    await sleep(20);
  }
}
