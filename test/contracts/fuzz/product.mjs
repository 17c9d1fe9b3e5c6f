import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { Client } from './client.mjs';
import { Tables } from './tables.mjs';

const PASSWORD = 'Fuzz-password-7a';
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
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-fuzz-'));
  const config = platform.loadConfig(config_.StandaloneConfig, {
    QIJING_DATA_DIR: dataDir,
    QIJING_HOST: '127.0.0.1',
    QIJING_PORT: '0',
    QIJING_LOG_LEVEL: 'silent',
    QIJING_RATE_PER_MINUTE: '0',
    QIJING_SIGN_IN_PER_MINUTE: '0',
  });
  const running = await platform.runService(module_.StandaloneModule, config);
  const { accounts } = await demo.seedDemo(running.app, PASSWORD);
  const client = new Client(running.url.replace('localhost', '127.0.0.1'));
  const tables = new Tables(dataDir);
  return {
    client,
    tables,
    ...(await populate(
      client,
      accounts.map(({ account }) => account),
    )),
    stop: async () => {
      client.close();
      tables.close();
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** People of every role, and incidents with assignments and cases. */
async function populate(client, names) {
  const people = await Promise.all(names.map((name) => signIn(client, name)));
  const admin = people.find(({ account }) => account === 'admin');
  const own = { enterpriseId: people.find(({ account }) => account === 'enterprise').enterpriseId };
  for (const [account, roles, more] of [
    ['fuzz-machine', ['machine'], {}],
    ['fuzz-liaison', ['liaison'], {}],
    ['fuzz-audit', ['audit_admin'], {}],
    ['fuzz-contact', ['enterprise_contact'], own],
  ]) {
    const body = { account, name: account, password: PASSWORD, roles, ...more };
    await client.json('POST', '/api/v1/accounts', { token: admin.token, body });
    people.push(await signIn(client, account));
  }
  const disposable = await Promise.all(Array.from({ length: 8 }, () => signIn(client, 'leader')));
  return { people, disposable: disposable.map(({ token }) => token), pools: await incidents(client, people) };
}

async function signIn(client, account) {
  const { accessToken, caller } = await client.json('POST', '/api/v1/sessions', {
    body: { account, password: PASSWORD },
  });
  return { token: accessToken, ...caller };
}

async function incidents(client, people) {
  const operator = people.find(({ account }) => account === 'operator');
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
    const { incidentId, reportId } = await client.json('POST', '/api/v1/reports', { token: operator.token, body });
    pools.incidentId.push(incidentId);
    pools.reportId.push(reportId);
  }
  for (const incidentId of pools.incidentId) {
    const file = await fileOf(client, operator, incidentId);
    if (file.case) pools.caseId.push(file.case.caseId);
    pools.assignmentId.push(...file.assignments.map((each) => each.assignmentId));
  }
  pools.unitId.push(...people.map(({ unitId }) => unitId).filter(Boolean));
  const { items } = await client.json('GET', '/api/v1/enterprises', { token: operator.token });
  pools.enterpriseId.push(...items.map(({ enterpriseId }) => enterpriseId));
  return pools;
}

async function fileOf(client, { token }, incidentId) {
  for (let left = 200; ; left -= 1) {
    const file = await client.json('GET', `/api/v1/incident-files/${incidentId}`, { token }).catch(() => undefined);
    if (file?.dispatch && (file.case || !file.type.caseKind)) return file;
    if (left === 0) throw new Error(`no dispatch of ${incidentId}`);
    await sleep(20);
  }
}
