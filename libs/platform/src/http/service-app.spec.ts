import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { createServiceApp } from './create-app.js';
import { NotesService, type Answer } from './notes-service.fixture.js';

let service: NotesService;
beforeAll(async () => {
  service = await NotesService.start();
});
afterAll(() => service.stop());

const send = (...args: Parameters<NotesService['send']>): Promise<Answer> => service.send(...args);
const bearer = (...args: Parameters<NotesService['bearer']>) => service.bearer(...args);
const notesWith = (text: string): Promise<number> => service.notesWith(text);

@Controller()
class BareController {
  @Get('bare')
  bare(): string {
    return '';
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

describe('problems', () => {
  it('lists every wrong field with pointers, in Chinese by default', async () => {
    const { status, headers, body } = await send('POST', '/api/v1/notes', await bearer('call_taker'), {
      text: 'x'.repeat(41),
      level: 'huge',
      place: { floor: -1 },
      extra: 'canary',
    });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'request.invalid', status: 400, instance: '/api/v1/notes' });
    expect(body['traceId']).toMatch(/^[0-9a-f]{32}$/);
    expect(body['errors']).toEqual([
      { pointer: '/extra', code: 'field.unknown', message: '不认识的字段' },
      { pointer: '/text', code: 'field.max-length', message: '至多 40 个字符' },
      { pointer: '/level', code: 'field.in', message: '应为以下之一：high, low' },
      { pointer: '/place/floor', code: 'field.min', message: '不能小于 0' },
    ]);
    expect(JSON.stringify(body)).not.toContain('canary');
  });

  it('refuses a field named constructor like every unknown one', async () => {
    const body = { text: 'note', constructor: 'canary' };
    const answer = await send('POST', '/api/v1/notes', await bearer('call_taker'), body);
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toEqual([
      expect.objectContaining({ pointer: '/constructor', code: 'field.unknown' }),
    ]);
  });

  it('continues the trace and speaks English when asked', async () => {
    const { body } = await send('GET', '/api/v1/notes?limit=0', {
      'accept-language': 'en-GB,en;q=0.9,zh;q=0.1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    expect(body).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c', title: 'Bad request' });
    expect(body['errors']).toEqual([
      { pointer: '/query/limit', code: 'field.min', message: 'must not be less than 1' },
    ]);
  });

  it.each([
    ['bad JSON', 400, 'request.malformed', '{"text":', 'application/json'],
    ['a form', 415, 'request.media-type', 'text=x', 'application/x-www-form-urlencoded'],
    ['too much', 413, 'request.too-large', `{"text":"${'x'.repeat(1024 * 1024)}"}`, 'application/json'],
    ['a prototype', 400, 'request.malformed', '{"__proto__":{}}', 'application/json'],
    ['no body', 400, 'request.invalid', '', 'application/json'],
    ['an array', 400, 'request.invalid', '[]', 'application/json'],
    ['null', 400, 'request.invalid', 'null', 'application/json'],
  ])('refuses %s with %i', async (_what, status, code, payload, type) => {
    const answer = await send(
      'POST',
      '/api/v1/notes',
      { ...(await bearer('call_taker')), 'content-type': type },
      payload,
    );
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it.each([
    ['/nowhere', 404],
    ['/%zz', 400],
  ])('answers %s with %i', async (url, status) => {
    expect(await send('GET', url)).toMatchObject({ status, body: { status } });
  });

  it('tells nothing about faults of its own and keeps nothing of the write', async () => {
    const broken = await send('POST', '/api/v1/notes', await bearer('call_taker'), { text: 'broken' });
    expect(broken).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(broken.body)).not.toContain('narrative');
    const down = await send('POST', '/api/v1/notes', await bearer('call_taker'), { text: 'no database' });
    expect(down).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      body: { code: 'database.unavailable' },
    });
    const refused = await send('POST', '/api/v1/notes', await bearer('call_taker'), { text: 'sealed' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'note.sealed', detail: 'sealed 已封存' } });
    expect((await notesWith('broken')) + (await notesWith('no database')) + (await notesWith('sealed'))).toBe(0);
  });
});

describe('access', () => {
  it('denies by default, by role, and forged tokens', async () => {
    expect(await send('POST', '/api/v1/notes', {}, { text: 'a' })).toMatchObject({ status: 401 });
    expect(await send('POST', '/api/v1/notes', await bearer('analyst'), { text: 'a' })).toMatchObject({
      status: 403,
      body: { code: 'auth.role-missing' },
    });
    const [, claims = '', signature = ''] = (await service.token('call_taker')).split('.');
    const head = (alg: string) => Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url');
    const forged = [
      `${(await service.token('call_taker')).slice(0, -6)}AAAAAA`,
      `${head('none')}.${claims}.`,
      `${head('HS256')}.${claims}.${signature}`,
    ];
    for (const token of forged)
      expect(await send('POST', '/api/v1/notes', { authorization: `Bearer ${token}` }, { text: 'a' })).toMatchObject({
        status: 401,
        body: { code: 'auth.token-invalid' },
      });
  });

  it('takes writes with a cookie from our own pages only', async () => {
    const cookie = `qijing_session=${await service.token('call_taker')}`;
    const own = { cookie, 'content-type': 'application/json', origin: 'http://localhost:80', host: 'localhost:80' };
    expect(
      (await send('POST', '/api/v1/notes', { ...own, origin: 'http://localhost', host: 'localhost' }, { text: 'c' }))
        .status,
    ).toBe(201);
    expect((await send('POST', '/api/v1/notes', { ...own, origin: 'http://evil.example' }, { text: 'c' })).status).toBe(
      403,
    );
    expect(
      (await send('POST', '/api/v1/notes', { ...own, 'sec-fetch-site': 'cross-site' }, { text: 'c' })).status,
    ).toBe(403);
    expect((await send('POST', '/api/v1/notes/1/seal', { cookie })).status).toBe(403);
    expect((await send('POST', '/api/v1/notes/1/seal', { cookie, 'content-type': 'application/json' })).status).toBe(
      204,
    );
  });

  it('refuses to start with a route that has no rule', async () => {
    await expect(createServiceApp(BareModule, service.config)).rejects.toThrow('BareController.bare');
  });
});
