import { afterAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthRegistry } from '../health/health.js';
import { loadConfig } from '../config/load-config.js';
import { createServiceApp } from './create-app.js';
import { NotesConfig, NotesModule } from './notes-service.fixture.js';

const TOKEN = 'management-2026-token';
/** All that is for those who run the product, and other spellings of its addresses. */
const PLACES = ['/metrics', '/api/docs', '/api/docs/', '/api/docs/openapi.json', '/api/docs/openapi.yaml'];
const SPELT = ['/%6detrics', '/metrics?x=1', '/api/%64ocs', '/api/docs/swagger-ui-init.js', '/api/docs/swagger-ui.css'];

describe('metrics and documents of the API', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qijing-management-'));
  const auditKey = join(folder, 'audit.pem');
  writeFileSync(auditKey, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const production = { NODE_ENV: 'production', QIJING_AUDIT_KEY_FILE: auditKey };
  const apps: NestFastifyApplication[] = [];
  afterAll(async () => {
    for (const app of apps) await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const started = async (environment: Record<string, string>): Promise<NestFastifyApplication> => {
    const app = await createServiceApp(
      NotesModule,
      loadConfig(NotesConfig, { QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: folder, ...environment }),
    );
    apps.push(app);
    return app;
  };
  const ask = async (app: NestFastifyApplication, url: string, headers = {}) => {
    const { statusCode, headers: answered, body } = await app.inject({ method: 'GET', url, headers });
    return { statusCode, answered, body };
  };
  const statuses = (app: NestFastifyApplication, headers = {}) =>
    Promise.all([...PLACES, ...SPELT].map(async (url) => (await ask(app, url, headers)).statusCode));
  const all = (status: number): number[] => [...PLACES, ...SPELT].map(() => status);

  it('are open where the product is tried', async () => {
    expect(await statuses(await started({}))).toEqual(all(200));
  });

  it('do not exist in production without a token, however they are spelt', async () => {
    const app = await started(production);
    expect(await statuses(app)).toEqual(all(404));
    expect(await statuses(app, { authorization: 'Bearer ' })).toEqual(all(404));
    const { body, answered } = await ask(app, '/metrics');
    expect(answered['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 404, code: 'route.not-found' });
    expect((await ask(app, '/health/ready')).statusCode).toBe(200);
  });

  it('are opened by the token, as Prometheus and as browsers send it, and by nothing else', async () => {
    const app = await started({ ...production, QIJING_MANAGEMENT_TOKEN: TOKEN });
    const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
    expect(await statuses(app, { authorization: `Bearer ${TOKEN}` })).toEqual(all(200));
    expect(await statuses(app, basic(`anybody:${TOKEN}`))).toEqual(all(200));
    for (const headers of [{}, { authorization: 'Bearer' }, { authorization: `Bearer ${TOKEN}x` }, basic(`${TOKEN}:`)])
      expect(await statuses(app, headers)).toEqual(all(401));
    const refused = await ask(app, '/metrics', { 'accept-language': 'en' });
    expect(JSON.parse(refused.body)).toMatchObject({ status: 401, code: 'management.token-needed' });
    expect(refused.answered['www-authenticate']).toContain('Basic');
  });

  it('are no door to anything else, and only they and health are spared the limit of requests', async () => {
    const app = await started({ QIJING_MANAGEMENT_TOKEN: TOKEN });
    const limited = async (url: string) => 'x-ratelimit-limit' in (await ask(app, url, headers)).answered;
    const headers = { authorization: `Bearer ${TOKEN}` };
    const write = await app.inject({ method: 'POST', url: '/api/v1/notes', headers, payload: { text: 'a' } });
    expect(write.statusCode).toBe(401);
    expect(await Promise.all(['/health/live', '/health/ready'].map(limited))).toEqual([false, false]);
    expect(await Promise.all(['/health-x', '/health', '/metrics-x', '/api/docs'].map(limited))).toEqual(
      Array(4).fill(true),
    );
  });
});

describe('readiness', () => {
  it('is found out once a second, whoever asks how often', async () => {
    let at = 0;
    let runs = 0;
    let well = true;
    const health = new HealthRegistry(() => at);
    health.register('database', () => {
      runs += 1;
      return well ? Promise.resolve() : Promise.reject(new Error('away'));
    });
    await Promise.all(Array.from({ length: 400 }, () => health.readiness()));
    expect(runs).toBe(1);
    well = false;
    at = 999;
    expect(await health.readiness()).toMatchObject({ ready: true });
    at = 1_000;
    expect(await health.readiness()).toEqual({ ready: false, checks: { database: 'failed' } });
    expect(runs).toBe(2);
    health.startStopping();
    expect(await health.readiness()).toMatchObject({ checks: { process: 'failed' } });
    expect(runs).toBe(2);
  });
});
