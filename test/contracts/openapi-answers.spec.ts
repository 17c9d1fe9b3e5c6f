import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '#contracts';
import { loadConfig, runService, type RunningService } from '#platform';
import { HttpTown } from '../../apps/standalone/src/demo/http-town.js';
import { seedDemo } from '../../apps/standalone/src/demo/seed-demo.js';
import { onDay } from '../../apps/standalone/src/demo/story.js';
import { playWujinTheft } from '../../apps/standalone/src/demo/wujin-theft.js';
import { SetUp } from '../../apps/identity/src/use-cases/set-up.js';
import { StandaloneConfig } from '../../apps/standalone/src/standalone.config.js';
import { StandaloneModule } from '../../apps/standalone/src/standalone.module.js';
import { Api } from '../kit/api.mjs';
import { Judge } from './fuzz/judge.mjs';

const PASSWORD = 'Answers-password-7a';
const text = readFileSync(new URL('../../docs/api/qijing.openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as { paths: Record<string, Record<string, object>> };
const judge = new Judge(document);

type Ids = Record<string, string>;
type Json = Record<string, unknown>;

let service: RunningService;
let dataDir: string;
const ids: Ids = {};
const tokens: Record<string, string> = {};
const asked = new Set<string>();

/** Sends a request, holds the answer against the document, and answers it parsed. */
async function ask(
  as: string,
  method: string,
  template: string,
  options: { body?: Json; headers?: Ids; query?: string } = {},
) {
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[`${template} ${name}`] ?? ids[name] ?? '1');
  const answer = await fetch(`${service.url}${path}${options.query ?? ''}`, {
    method,
    headers: {
      ...(as !== '' && { authorization: `Bearer ${tokens[as]}` }),
      ...(options.body && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...options.headers,
    },
    body: options.body && JSON.stringify(options.body),
  });
  const operation = judge.operation(method, template) ?? {};
  const headers = Object.fromEntries(answer.headers);
  const body = await answer.text();
  expect([
    method,
    template,
    answer.status,
    judge.faultOf(operation, { status: answer.status, headers, text: body }),
  ]).toEqual([method, template, answer.status, undefined]);
  if (answer.ok) asked.add(`${method} ${template}`);
  return { status: answer.status, headers, body: (body === '' ? {} : JSON.parse(body)) as Json };
}

async function signIn(account: string): Promise<void> {
  const { body } = await ask('', 'POST', '/api/v1/sessions', { body: { account, password: PASSWORD } });
  tokens[account] = String(body['accessToken']);
}

/** As a bureau does it, before there is anybody. */
async function setUp(): Promise<void> {
  const { secret } = await service.app.get(SetUp, { strict: false }).link();
  const person = (account: string, name: string) => ({ account, name });
  const people = { system: person('first', '甲'), security: person('second', '乙'), audit: person('third', '丙') };
  await ask('', 'POST', '/api/v1/setup', { body: { secret, ...people } });
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'qijing-answers-'));
  const settings = {
    QIJING_DATA_DIR: dataDir,
    QIJING_PORT: '0',
    QIJING_LOG_LEVEL: 'silent',
    QIJING_RATE_PER_MINUTE: '0',
  };
  service = await runService(StandaloneModule, loadConfig(StandaloneConfig, settings));
  await setUp();
  await seedDemo(service.app, PASSWORD);
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
  const api = new Api({ baseUrl: service.url, password: PASSWORD });
  const { incidentId, file } = await playWujinTheft(
    new HttpTown((account) => api.as(account)),
    onDay(yesterday),
    () => undefined,
  );
  api.close();
  for (const account of ['operator', 'chief', 'enterprise', 'leader', 'admin', 'audit', 'director', 'CID01'])
    await signIn(account);
  Object.assign(ids, { incidentId, caseId: file.case?.caseId ?? '', '/api/v1/incidents/{id} id': incidentId });
}, 120_000);

afterAll(async () => {
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const LISTS = ['incidents', 'incident-files', 'incident-types', 'enterprises', 'jurisdictions', 'units'];

describe('answers fit the document', () => {
  it.each(LISTS)('GET /api/v1/%s, page by page', async (name) => {
    const template = `/api/v1/${name}`;
    const { body } = await ask('operator', 'GET', template, { query: '?limit=1' });
    if (typeof body['next'] !== 'string') return;
    const { body: second } = await ask('operator', 'GET', template, { query: `?limit=1&after=${body['next']}` });
    expect(second['items']).not.toEqual(body['items']);
  });

  it('for everybody who may open a file', async () => {
    for (const who of ['operator', 'chief', 'leader', 'CID01']) {
      await ask(who, 'GET', '/api/v1/incident-files/{incidentId}');
      await ask(who, 'GET', '/api/v1/incident-files');
      await ask(who, 'GET', '/api/v1/cases/{caseId}');
    }
    const { body } = await ask('operator', 'GET', '/api/v1/incident-files/{incidentId}/contacts');
    expect(body['items']).toMatchObject([{ account: 'enterprise' }]);
    await ask('director', 'GET', '/api/v1/proposals');
    await ask('enterprise', 'GET', '/api/v1/incident-files');
    await ask('enterprise', 'GET', '/api/v1/incident-files/{incidentId}');
  });

  it('for the types that words point to', async () => {
    const query = `?text=${encodeURIComponent('服务器中了勒索病毒')}`;
    const { body } = await ask('operator', 'GET', '/api/v1/incident-types/suggestions', { query });
    expect((body['items'] as object[])[0]).toMatchObject({ code: 'E111', words: ['勒索病毒', '病毒', '服务器'] });
  });

  it('for a report, its incident and its dispatch', async () => {
    const place = { address: '示范园区创新路1号', longitude: 119.951, latitude: 31.703 };
    const report = {
      type: 'E101',
      enterpriseName: '示范厂',
      reporter: { name: '王敏', phone: '13800005102' },
      place,
      narrative: '仓库门锁被撬',
    };
    const { body } = await ask('operator', 'POST', '/api/v1/reports', { body: report });
    ids['/api/v1/reports/{id} id'] = String(body['reportId']);
    await ask('operator', 'GET', '/api/v1/reports/{id}');
    await ask('operator', 'GET', '/api/v1/incidents/{id}');
    await ask('operator', 'GET', '/api/v1/dispatches/{incidentId}');
    await ask('chief', 'GET', '/api/v1/response-plans');
    for (const act of ['regrade', 'cancel']) ids[`/api/v1/incidents/{id}/${act} id`] = String(body['incidentId']);
    const decided = { headers: { 'if-match': '*' } };
    await ask('chief', 'POST', '/api/v1/incidents/{id}/regrade', {
      ...decided,
      body: { priority: 'P1', reason: '嫌疑人仍在现场' },
    });
    await ask('chief', 'POST', '/api/v1/incidents/{id}/cancel', { ...decided, body: { reason: 'false_report' } });
  });

  it('for assignments, units and their versions', async () => {
    const { body } = await ask('CID01', 'GET', '/api/v1/assignments', { query: '?unit=me&show=all' });
    expect(body['items']).not.toEqual([]);
    ids['/api/v1/units/{id} id'] = 'CID01';
    const { headers } = await ask('CID01', 'GET', '/api/v1/units/{id}');
    const edit = {
      headers: { 'if-match': String(headers['etag']) },
      body: { duty: 'on_duty', longitude: 119.9, latitude: 31.7 },
    };
    await ask('CID01', 'PATCH', '/api/v1/units/{id}', edit);
    expect((await ask('CID01', 'PATCH', '/api/v1/units/{id}', { body: { duty: 'on_duty' } })).status).toBe(428);
  });

  it('for the directory', async () => {
    const { body } = await ask('operator', 'POST', '/api/v1/enterprises', { body: { name: '湖塘示范塑料制品厂' } });
    for (const path of ['/api/v1/enterprises/{id}', '/api/v1/enterprises/{id}/contacts'])
      ids[`${path} id`] = String(body['enterpriseId']);
    const { headers } = await ask('operator', 'GET', '/api/v1/enterprises/{id}');
    const edit = { headers: { 'if-match': String(headers['etag']) }, body: { tags: ['hazmat'] } };
    await ask('operator', 'GET', '/api/v1/enterprises/{id}/contacts');
    await ask('operator', 'PATCH', '/api/v1/enterprises/{id}', edit);
    expect((await ask('operator', 'PATCH', '/api/v1/enterprises/{id}', edit)).status).toBe(412);
  });

  it('for accounts and sessions', async () => {
    const account = { account: 'try.out', name: '试用', roles: ['liaison'] };
    const { body } = await ask('admin', 'POST', '/api/v1/accounts', { body: account });
    ids['accountId'] = String(body['accountId']);
    await ask('admin', 'GET', '/api/v1/accounts');
    await ask('admin', 'PATCH', '/api/v1/accounts/{accountId}', {
      headers: { 'if-match': '*' },
      body: { disabled: true },
    });
    const decided = { headers: { 'if-match': '*' } };
    await ask('admin', 'POST', '/api/v1/accounts/{accountId}/unlock', decided);
    await ask('admin', 'PATCH', '/api/v1/accounts/{accountId}', { ...decided, body: { disabled: false } });
    const reset = await ask('admin', 'POST', '/api/v1/accounts/{accountId}/reset', decided);
    const { secret } = reset.body['handedOut'] as { secret: string };
    await ask('', 'POST', '/api/v1/passwords', { body: { secret, password: PASSWORD } });
    await ask('leader', 'GET', '/api/v1/sessions/current');
    await ask('leader', 'POST', '/api/v1/sessions/current/use');
    await ask('leader', 'DELETE', '/api/v1/sessions/current');
    expect((await ask('leader', 'GET', '/api/v1/sessions/current')).status).toBe(401);
    await ask('', 'GET', '/.well-known/jwks.json');
  });

  it.each(SERVICES)('for the audit trail of %s', async (name) => {
    await ask('audit', 'GET', `/api/v1/audit/${name}`);
    await ask('audit', 'GET', `/api/v1/audit/${name}`, { query: '?from=2020-01-01T00:00:00Z' });
  });

  it('for notices and the live feed', async () => {
    await ask('operator', 'GET', '/api/v1/notices', { query: `?incidentId=${ids['incidentId']}` });
    const cut = new AbortController();
    const headers = { authorization: `Bearer ${tokens['operator']}` };
    const feed = await fetch(`${service.url}/api/v1/live?from=start`, { headers, signal: cut.signal });
    const first = await feed.body?.getReader().read();
    expect(feed.headers.get('content-type')).toContain('text/event-stream');
    expect(new TextDecoder().decode(first?.value as Uint8Array)).toMatch(/^retry: \d+\nid: \d+\n\n/);
    cut.abort();
    asked.add('GET /api/v1/live');
  });

  it('for refusals', async () => {
    for (const as of ['', 'enterprise', 'operator']) {
      for (const [template, item] of Object.entries(document.paths)) {
        if (item['post']) await ask(as, 'POST', template, { body: { unknown: 1 } });
      }
    }
  });

  it('for every GET of the document', () => {
    const reads = Object.entries(document.paths).flatMap(([path, item]) => (item['get'] ? [`GET ${path}`] : []));
    expect(reads.filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe('the documentation', () => {
  it('is served whole, without anything from elsewhere', async () => {
    const page = await (await fetch(`${service.url}/api/docs`)).text();
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    const served = (await (await fetch(`${service.url}/api/docs/openapi.json`)).json()) as typeof document;
    expect(Object.keys(served.paths)).toEqual(Object.keys(document.paths));
  });
});
