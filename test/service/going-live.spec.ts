import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, runService, type RunningService } from '#platform';
import { importFile, writeTemplate } from '#sheets';
import { eventually } from '#testing';
import { CreateAccount } from '../../apps/identity/src/use-cases/create-account.js';
import { ImportEnterprises } from '../../apps/intake/src/use-cases/import-enterprises.js';
import { kindOf, storeOf } from '../../apps/standalone/src/cli/import/kinds.js';
import { eachStore } from '../../apps/standalone/src/cli/stores.js';
import { StandaloneConfig } from '../../apps/standalone/src/standalone.config.js';
import { StandaloneModule } from '../../apps/standalone/src/standalone.module.js';

const SLOW_MS = 60_000;
const PASSWORD = 'Copper-Lantern-Quay-58';

let config: StandaloneConfig;
let running: RunningService;
beforeAll(async () => {
  config = loadConfig(StandaloneConfig, {
    QIJING_PROFILE: 'embedded',
    QIJING_DATA_DIR: mkdtempSync(join(tmpdir(), 'qijing-live-')),
    QIJING_DEMO: 'false',
    QIJING_HOST: '127.0.0.1',
    QIJING_PORT: '0',
    QIJING_LOG_LEVEL: 'silent',
  });
  running = await runService(StandaloneModule, config);
}, SLOW_MS);
afterAll(async () => {
  await running.stop();
  rmSync(config.dataDir, { recursive: true, force: true });
}, SLOW_MS);

async function post(path: string, body: object, token?: string): Promise<Record<string, string>> {
  const answer = await fetch(`${running.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const content = (await answer.json()) as Record<string, string>;
  expect([answer.status, content['detail']]).toEqual([201, undefined]);
  return content;
}

/** The id of an imported enterprise. */
async function firstEnterprise(): Promise<string> {
  for await (const [row] of running.app.get(ImportEnterprises, { strict: false }).pages()) return row?.id ?? '';
  return '';
}

const assignments = () =>
  eachStore(config, 'assignment', (database) =>
    database.query<{ unit_id: string; role: string }>('SELECT `unit_id`, `role` FROM `assignment` ORDER BY `unit_id`'),
  );

it(
  'begins with nothing and, once the templates are imported, sends the imported units to a report',
  async () => {
    expect(await assignments()).toEqual([[]]);
    for (const kind of ['areas', 'units', 'enterprises']) {
      const bytes = await writeTemplate(kindOf(kind).sheet);
      const options = { dryRun: false, acceptValid: false, system: 'wgs84' } as const;
      expect(await importFile(storeOf(running.app, kindOf(kind)), bytes, options)).toMatchObject({
        refused: 0,
        written: true,
      });
    }
    const account = { account: 'panel', name: '告警平台', roles: ['machine' as const] };
    await running.app.get(CreateAccount, { strict: false }).byCommand(account, PASSWORD);
    const { accessToken } = await post('/sessions', { account: 'panel', password: PASSWORD });
    await post(
      '/reports',
      {
        type: 'E101',
        reporter: { name: '王敏', phone: '13800005102', role: '仓库主管' },
        enterpriseId: await firstEnterprise(),
        place: { address: '示范园区创新路16号', longitude: 119.951, latitude: 31.703 },
        narrative: '仓库被盗',
      },
      accessToken,
    );
    await eventually(
      async () =>
        expect(await assignments()).toEqual([
          [
            { unit_id: 'CID11', role: 'assist' },
            { unit_id: 'PS11', role: 'lead' },
          ],
        ]),
      { withinMs: 20_000 },
    );
  },
  SLOW_MS,
);
