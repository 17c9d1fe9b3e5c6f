import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '#persistence';
import { StoredAnswers } from '../idempotency/stored-answers.js';
import { etagOf } from '../etag/etag.js';
import { buildOpenApi } from '../openapi/build-openapi.js';
import { NotesService, type Answer } from './notes-service.fixture.js';

let service: NotesService;
beforeAll(async () => {
  service = await NotesService.start();
});
afterAll(() => service.stop());

const send = (...args: Parameters<NotesService['send']>): Promise<Answer> => service.send(...args);
const bearer = (...args: Parameters<NotesService['bearer']>) => service.bearer(...args);
const notesWith = (text: string): Promise<number> => service.notesWith(text);

describe('idempotency', () => {
  it('demands a well-formed key from machines', async () => {
    const machine = await bearer('machine');
    expect(await send('POST', '/api/v1/notes', machine, { text: 'm' })).toMatchObject({
      status: 400,
      body: { code: 'idempotency.key-missing', errors: [{ pointer: '/headers/idempotency-key' }] },
    });
    const malformed = { ...machine, 'idempotency-key': 'a b' };
    expect(await send('POST', '/api/v1/notes', malformed, { text: 'm' })).toMatchObject({ status: 400 });
  });

  it('replays the answer, refuses another body, and keeps callers apart', async () => {
    const first = { ...(await bearer('machine')), 'idempotency-key': 'k-1' };
    const made = await send('POST', '/api/v1/notes', first, { text: 'once', level: 'low' });
    const again = await send('POST', '/api/v1/notes', first, { level: 'low', text: 'once' });
    expect(again).toMatchObject({ status: 201, body: made.body, headers: { 'idempotent-replayed': 'true' } });
    expect(made.headers['idempotent-replayed']).toBeUndefined();
    expect(await send('POST', '/api/v1/notes', first, { text: 'other' })).toMatchObject({
      status: 422,
      body: { code: 'idempotency.body-differs' },
    });
    const other = { ...(await bearer('call_taker')), 'idempotency-key': 'k-1' };
    expect(
      (await send('POST', '/api/v1/notes', other, { text: 'once' })).headers['idempotent-replayed'],
    ).toBeUndefined();
    expect(await notesWith('once')).toBe(2);
  });

  it('has one effect when the same request comes many times at once', async () => {
    const headers = { ...(await bearer('machine')), 'idempotency-key': 'k-2' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send('POST', '/api/v1/notes', headers, { text: 'burst' })),
    );
    const made = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status, body }) => status === 409 && body['code'] === 'idempotency.in-progress');
    expect(made.length + waiting.length).toBe(8);
    expect(new Set(made.map(({ body }) => body['id'])).size).toBe(1);
    expect(made.filter(({ headers: answer }) => answer['idempotent-replayed'] === undefined)).toHaveLength(1);
    expect(await notesWith('burst')).toBe(1);
  });

  it('replays what another process stored since the key was looked up, and nobody else pays for it', async () => {
    const machine = await bearer('machine');
    const keyed = (n: number) => ({ ...machine, 'idempotency-key': `race-${n}` });
    const post = (n: number) => send('POST', '/api/v1/notes', keyed(n), { text: 'raced' });
    const first = await Promise.all(Array.from({ length: 10 }, (_, n) => post(n)));
    const { counts } = service.app.get(Database, { strict: false });
    const before = { ...counts };
    jest.spyOn(StoredAnswers.prototype, 'among').mockResolvedValueOnce(new Map());
    const again = await Promise.all(Array.from({ length: 20 }, (_, n) => post(n)));
    expect(again.slice(0, 10).map(({ body }) => body)).toEqual(first.map(({ body }) => body));
    expect(again.map(({ headers }) => headers['idempotent-replayed'])).toEqual(
      again.map((_, n) => (n < 10 ? 'true' : undefined)),
    );
    expect(await notesWith('raced')).toBe(20);
    expect(counts.commits - before.commits).toBeLessThanOrEqual(3);
    expect(counts.rollbacks - before.rollbacks).toBeLessThanOrEqual(2);
  });

  it('commits concurrent requests in groups, and a refused one fails alone', async () => {
    const headers = await bearer('call_taker');
    const texts = Array.from({ length: 30 }, (_, n) => (n % 10 === 3 ? 'sealed' : 'grouped'));
    const answers = await Promise.all(texts.map((text) => send('POST', '/api/v1/notes', headers, { text })));
    expect(answers.map(({ status }) => status)).toEqual(texts.map((text) => (text === 'sealed' ? 409 : 201)));
    expect(await notesWith('grouped')).toBe(27);
  });
});

describe('edits, lists and operations', () => {
  it('demands the version that an edit was made from', async () => {
    const headers = await bearer('call_taker');
    expect(await send('PATCH', '/api/v1/notes/1', headers, {})).toMatchObject({ status: 428 });
    const edits = async (tag: string) =>
      (await send('PATCH', '/api/v1/notes/1', { ...headers, 'if-match': tag }, {})).status;
    expect(await edits('"2"')).toBe(412);
    expect(await edits('"3"')).toBe(200);
    // As earlier versions wrote it, and as some proxies rewrite it.
    expect(await edits('W/"3"')).toBe(200);
    expect(await edits('W/"2"')).toBe(412);
    expect(etagOf({ version: 3 })).toBe('"3"');
  });

  it('is live and ready, and counts requests by route pattern', async () => {
    expect(await send('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await send('GET', '/health/ready')).toMatchObject({ status: 200, body: { ready: true } });
    const metrics = await service.app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics.body).toContain('route="/api/v1/notes/:id"');
  });

  it('sets security headers by what is answered', async () => {
    const { headers } = await send('GET', '/api/v1/notes');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['referrer-policy']).toBe('no-referrer');
    const docs = await service.app.inject({ method: 'GET', url: '/api/docs' });
    expect(docs.statusCode).toBe(200);
    expect(docs.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('describes itself as OpenAPI 3.1', () => {
    const document = buildOpenApi(service.app, { title: 'Notes' });
    const post = document.paths['/api/v1/notes']?.post;
    expect(document.openapi).toBe('3.1.0');
    expect(post?.parameters).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Idempotency-Key' })]));
    expect(post?.security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(post?.responses).toMatchObject({ '422': { $ref: '#/components/responses/Problem422' } });
  });
});
