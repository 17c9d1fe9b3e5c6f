import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { INCIDENTS, SERVICES } from '#contracts';
import { outboxTable } from '#messaging';
import { Database } from '#persistence';
import { KeyRing, loadConfig, newId, runService, signToken } from '#platform';
import { eventually } from '#testing';
import { IntakeConfig } from '../../apps/intake/src/intake.config.js';
import { IntakeModule } from '../../apps/intake/src/intake.module.js';

const LONG_MS = 90_000;

/** Runs the program of a service until it ends. */
function started(service: string, environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const program = resolve(import.meta.dirname, `../../dist/programs/${service}.js`);
  const { QIJING_PROFILE: _given, ...env } = process.env;
  const child = spawn(process.execPath, [program], { env: { ...env, QIJING_PORT: '0', ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += String(text)));
  return new Promise((done) => child.once('exit', (code) => done({ code, said })));
}

describe('a process of one service', () => {
  it.each(SERVICES)(
    '%s refuses the profile without a broker in one sentence',
    async (service) => {
      const folder = mkdtempSync(join(tmpdir(), 'qijing-alone-'));
      const { code, said } = await started(service, { QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: folder });
      expect(code).toBe(1);
      expect(said.trim().split('\n')).toEqual([
        'Configuration faults:',
        '  QIJING_PROFILE = embedded  expected: cluster: one service alone needs the broker; all services in one process are the program standalone',
      ]);
      expect(readdirSync(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
    },
    LONG_MS,
  );

  it(
    'wants its database server when nothing is said, and makes no file',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'qijing-alone-'));
      const { code, said } = await started('intake', {
        QIJING_DATA_DIR: folder,
        QIJING_DB_HOST: '127.0.0.1',
        QIJING_DB_PORT: '1',
      });
      expect(code).not.toBe(0);
      expect(said).toContain('ECONNREFUSED');
      expect(readdirSync(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
    },
    LONG_MS,
  );

  it(
    'keeps the events of a report that was acknowledged where nobody else runs',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'qijing-alone-'));
      const config = loadConfig(IntakeConfig, {
        QIJING_PROFILE: 'embedded',
        QIJING_DATA_DIR: folder,
        QIJING_PORT: '0',
        QIJING_HOST: '127.0.0.1',
        QIJING_LOG_LEVEL: 'silent',
      });
      const service = await runService(IntakeModule, config);
      const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
      await service.app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
      const caller = { accountId: 'a1', account: 'desk', name: '接警员', roles: ['dispatcher' as const] };
      const content = { caller, sessionId: newId(), issuedAt: new Date(), expiresAt: new Date(Date.now() + 60_000) };
      const answer = await fetch(`${service.url}/api/v1/reports`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await signToken(content, privateKey, 'k1')}`,
          'content-type': 'application/json',
          'idempotency-key': newId(),
        },
        body: JSON.stringify({
          channel: 'phone',
          type: 'E101',
          enterpriseName: '示范厂',
          reporter: { name: '陈示范', phone: '13800000000' },
          place: { address: '示范园区', longitude: 119.9, latitude: 31.7 },
          narrative: '仓库被盗',
        }),
      });
      expect(answer.status).toBe(201);
      const database = service.app.get(Database as unknown as new () => Database, { strict: false });
      const waiting = () => database.rows(outboxTable, 'WHERE `topic` = ?', [`qijing.${INCIDENTS.name}`]);
      // the relay has had its turns by the time that it stops, which is when it sends what is left
      await eventually(async () => expect(await waiting()).toHaveLength(1));
      await service.stop();
      const again = await runService(IntakeModule, config);
      const kept = again.app.get(Database as unknown as new () => Database, { strict: false });
      expect(await kept.rows(outboxTable, 'WHERE `topic` = ?', [`qijing.${INCIDENTS.name}`])).toMatchObject([
        { type: 'incident.reported.v1' },
      ]);
      await again.stop();
      rmSync(folder, { recursive: true });
    },
    LONG_MS,
  );
});
