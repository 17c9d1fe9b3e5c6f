import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { migrate } from '#persistence';
import { ownerOptions, loadConfig, newId, runService, type RunningService } from '#platform';
import { dropTestDatabase, eventually, testProfile } from '#testing';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { StandaloneConfig } from '../../apps/standalone/src/standalone.config.js';
import { StandaloneModule } from '../../apps/standalone/src/standalone.module.js';

const LONG_MS = 60_000;

describe(`operations on ${testProfile()}`, () => {
  const unique = newId().slice(-12);
  const config = loadConfig(StandaloneConfig, {
    ...process.env,
    QIJING_PROFILE: testProfile(),
    QIJING_DATA_DIR: mkdtempSync(join(tmpdir(), 'qijing-operations-')),
    QIJING_DB_PREFIX: `qijing_test_${unique}_`,
    QIJING_TOPIC_PREFIX: `qijing.test.${unique}.`,
    QIJING_PORT: '0',
    QIJING_HOST: '127.0.0.1',
    QIJING_LOG_LEVEL: 'silent',
  });
  let service: RunningService;
  const http = () => request(service.url.replace('localhost', '127.0.0.1'));

  beforeAll(async () => {
    for (const schema of SCHEMAS) await migrate(schema, ownerOptions(config));
    service = await runService(StandaloneModule, config);
  }, LONG_MS);
  afterAll(async () => {
    await service.stop();
    for (const schema of SCHEMAS) await dropTestDatabase(schema, ownerOptions(config));
  }, LONG_MS);

  it('is alive, and ready once every database and every consumer is', async () => {
    await http().get('/health/live').expect(200, { status: 'ok' });
    const ready = await eventually(() => http().get('/health/ready').expect(200), { withinMs: 20_000 });
    const { checks } = ready.body as { checks: Record<string, string> };
    expect(Object.keys(checks).filter((name) => name.startsWith('database:'))).toHaveLength(SCHEMAS.length);
    expect(
      Object.keys(checks)
        .filter((name) => name.startsWith('events:'))
        .sort(),
    ).toEqual(['events:cases', 'events:intake', 'events:notifications', 'events:routing']);
    expect(new Set(Object.values(checks))).toEqual(new Set(['ok']));
  });

  it('shows metrics, and the documentation without the network', async () => {
    const metrics = await http().get('/metrics').expect(200);
    expect(metrics.text).toContain('process_cpu_user_seconds_total');
    const page = await http().get('/api/docs').expect(200);
    expect(page.text).not.toMatch(/(src|href)="https?:/);
  });

  it('answers what it does not know with a problem document in the language of the caller', async () => {
    const unknown = await http().get('/api/v1/nothing').set('accept-language', 'en').expect(404);
    expect(unknown.headers['content-type']).toContain('application/problem+json');
    expect(unknown.body).toMatchObject({ status: 404, code: 'route.not-found' });
    expect((unknown.body as { traceId: string }).traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(unknown.headers['content-language']).toBe('en');
  });

  it('goes on with the trace of its caller', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const refused = await http().get('/api/v1/units').set('traceparent', `00-${trace}-00f067aa0ba902b7-01`).expect(401);
    expect((refused.body as { traceId: string }).traceId).toBe(trace);
  });
});
