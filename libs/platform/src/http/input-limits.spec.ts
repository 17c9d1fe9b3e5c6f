import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotesService, type Answer } from './notes-service.fixture.js';

let service: NotesService;
let headers: Record<string, string>;
beforeAll(async () => {
  service = await NotesService.start();
  headers = { ...(await service.bearer('call_taker')), 'content-type': 'application/json' };
});
afterAll(() => service.stop());

const post = (payload: string | Buffer, more: Record<string, string> = {}): Promise<Answer> =>
  service.send('POST', '/api/v1/notes', { ...headers, ...more }, payload);
const get = (url: string): Promise<Answer> => service.send('GET', url);

describe('a body', () => {
  const flat = (n: number) => JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, key) => [`k${key}`, 1])));
  const lists = (n: number) => JSON.stringify({ place: Array.from({ length: 12 }, () => Array<number>(n).fill(1)) });

  it.each([
    ['fields', flat(201), 'request.too-many-values'],
    ['items', JSON.stringify({ place: Array(201).fill(1) }), 'request.too-many-values'],
    ['values in all', lists(90), 'request.too-many-values'],
    ['levels', `{"a":${'['.repeat(32)}${']'.repeat(32)}}`, 'request.too-deep'],
  ])('with too many %s is refused before its class sees it', async (_what, payload, code) => {
    expect(await post(payload)).toMatchObject({ status: 400, body: { code, errors: [] } });
  });

  it('just below is left to its class, which names at most a hundred faults', async () => {
    for (const payload of [flat(200), lists(80)]) {
      const { status, body } = await post(payload);
      expect([status, body['code']]).toEqual([400, 'request.invalid']);
      expect((body['errors'] as unknown[]).length).toBeLessThanOrEqual(100);
    }
  });

  it('is as long as its route takes', async () => {
    const long = (bytes: number) => `{"text":"${'x'.repeat(bytes - 11)}"}`;
    expect(await post(long(32 * 1024))).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await post(long(32 * 1024 + 1))).toMatchObject({
      status: 413,
      headers: { connection: 'close' },
      body: { code: 'request.too-large' },
    });
  });

  it.each([
    ['application/json; charset=utf-8', 201],
    ['application/json; charset="UTF-8"', 201],
    ['application/json;v=1', 201],
    ['application/json; charset=gbk', 415],
    ['application/json; charset="gb18030"', 415],
    ['application/json;charset=utf-16', 415],
    ['application/json; charset=utf-8; charset=gbk', 415],
    ['application/json; charset=', 415],
  ])('of type %s: %i', async (type, status) => {
    expect(await post('{"text":"示范"}', { 'content-type': type })).toMatchObject({ status });
  });

  it.each([
    ['GBK', Buffer.from('7b2274657874223a22cabeb7b6227d', 'hex'), 'request.charset'],
    ['a surrogate', Buffer.from('7b2274657874223a22eda080227d', 'hex'), 'request.charset'],
    ['an overlong form', Buffer.from('7b2274657874223a22c0af227d', 'hex'), 'request.charset'],
    ['UTF-16', Buffer.from('{"text":"a"}', 'utf16le'), 'request.malformed'],
  ])('in %s is no JSON in UTF-8', async (_what, payload, code) => {
    expect(await post(payload)).toMatchObject({ status: 400, body: { code } });
  });

  it.each(['gzip', 'br', 'deflate', 'GZIP', 'gzip, identity', 'zstd', 'x'])(
    'encoded by %s is refused',
    async (name) => {
      const answer = await post('{"text":"a"}', { 'content-encoding': name });
      expect(answer).toMatchObject({
        status: 415,
        headers: { 'accept-encoding': 'identity', connection: 'close' },
        body: { code: 'request.media-type' },
      });
    },
  );

  it('that says it is as it is, is taken', async () => {
    expect(await post('{"text":"a"}', { 'content-encoding': 'identity' })).toMatchObject({ status: 201 });
  });
});

describe('an address', () => {
  it.each([
    ['too long', `/api/v1/notes?cursor=${'x'.repeat(8_200)}`, 414, 'request.address-too-long'],
    ['with too many parameters', `/api/v1/notes?${'a&'.repeat(50)}`, 400, 'request.too-many-values'],
    ['with a query in GBK', '/api/v1/notes?cursor=%b6%ab', 400, 'request.charset'],
    ['with a path in GBK', '/api/v1/notes/%b6%ab', 400, 'request.charset'],
    ['of nothing', '/api/v1/nothing', 404, 'route.not-found'],
  ])('%s is refused', async (_what, url, status, code) => {
    const answer = await get(url);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it.each([
    ['DELETE', '/api/v1/notes', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/v1/notes?x=1', 'GET, HEAD, POST'],
    ['PUT', '/%61pi/v1/notes', 'GET, HEAD, POST'],
    ['GET', '/api/v1/notes/7/seal', 'POST'],
    ['POST', '/health/live', 'GET, HEAD'],
  ] as const)('takes no %s at %s and says what it does take', async (method, url, allow) => {
    const answer = await service.app.inject({ method, url, headers, payload: method === 'PUT' ? 'x' : undefined });
    expect(answer.headers['allow']).toBe(allow);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([405, 'route.method-not-allowed']);
  });
});

describe('the headers of an answer', () => {
  it.each(['/api/v1/notes', '/%61pi/v1/notes', '/api/%76%31/notes'])('follow from its route: %s', async (url) => {
    const { status, headers: told } = await get(url);
    expect(status).toBe(200);
    expect(told).toMatchObject({ 'cache-control': 'no-store' });
    expect(told['content-security-policy']).toContain("default-src 'none'");
    expect(told['permissions-policy']).toContain('camera=()');
  });
});
