import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Get, HttpCode, Inject, Injectable, Module, Param, Patch, Post, Query, Headers } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { generateKeyPair, exportJWK } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#contracts';
import { defineRefusal } from '#domain-kit';
import {
  column,
  createTable,
  Database,
  defineTable,
  PersistenceModule,
  type MigrationInterface,
  type QueryRunner,
} from '#persistence';
import { Allow, CurrentCaller, Public } from '../auth/access.decorators.js';
import type { Caller } from '../auth/caller.js';
import { KeyRing } from '../auth/key-ring.js';
import { signToken } from '../auth/token.js';
import { loadConfig } from '../config/load-config.js';
import { ServiceConfig } from '../config/service.config.js';
import { etagOf, requireMatch } from '../etag/etag.js';
import { createIdempotencyKeyTable, idempotencyKeys } from '../idempotency/idempotency-key.table.js';
import { fromMachine, Idempotent } from '../idempotency/idempotent.decorator.js';
import { newId } from '../ids.js';
import { page, type Page } from '../paging/page.js';
import { PageQuery } from '../paging/page-query.dto.js';
import { buildOpenApi } from '../openapi/build-openapi.js';
import { createServiceApp } from './create-app.js';
import { ServiceController } from './service-controller.js';

interface NoteRow {
  id: string;
  text: string;
  author: string;
}

const noteColumns = { id: column.id(), text: column.text(40), author: column.id() };
const noteTable = defineTable<NoteRow>('note', noteColumns, { primary: ['id'] });
const sealed = defineRefusal({ code: 'note.sealed', kind: 'conflict', zh: '{text} 已封存', en: '{text} is sealed' });

class CreateNotes1 implements MigrationInterface {
  name = 'CreateNotes1760000000000';
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'note', noteColumns, { primary: ['id'] });
    await createIdempotencyKeyTable(runner);
  }
  async down(): Promise<void> {}
}

class Place {
  @IsInt() @Min(0) floor!: number;
}

class NewNote {
  @IsString() @MaxLength(40) text!: string;
  @IsOptional() @IsIn(['high', 'low']) level?: string;
  @IsOptional() @ValidateNested() @Type(() => Place) place?: Place;
}

@Injectable()
class Notes {
  constructor(@Inject(Database) readonly database: Database) {}

  async add(text: string, author: string): Promise<{ id: string }> {
    const row = { id: newId(), text, author };
    await this.database.insert(noteTable, [row]);
    if (text === 'sealed') throw sealed({ text });
    if (text === 'broken') throw new Error('narrative 13812345102');
    if (text === 'no database') throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' });
    return { id: row.id };
  }
}

@ServiceController('notes')
class NotesController {
  constructor(@Inject(Notes) private readonly notes: Notes) {}

  @Post()
  @Allow('call_taker', 'machine')
  @Idempotent({ required: fromMachine, group: 'notes' })
  add(@Body() body: NewNote, @CurrentCaller() caller: Caller): Promise<{ id: string }> {
    return this.notes.add(body.text, caller.accountId);
  }

  @Post(':id/seal')
  @HttpCode(204)
  @Allow()
  seal(@Param('id') id: string): void {
    if (id === 'none') throw sealed({ text: id }, '/id');
  }

  @Patch(':id')
  @Allow('call_taker')
  edit(@Headers('if-match') ifMatch: string | undefined): { etag: string } {
    requireMatch(ifMatch, { version: 3 });
    return { etag: etagOf({ version: 4 }) };
  }

  @Get()
  @Public()
  async list(@Query() query: PageQuery): Promise<Page<string>> {
    const rows = await this.notes.database.rows(noteTable, 'ORDER BY `id` LIMIT ?', [query.limit + 1]);
    return page(
      query,
      rows,
      (row) => [row.id],
      (row) => row.text,
    );
  }
}

@Module({
  imports: [
    PersistenceModule.forService({
      service: 'notes',
      tables: [noteTable, idempotencyKeys],
      migrations: [CreateNotes1],
    }),
  ],
  controllers: [NotesController],
  providers: [Notes],
})
class NotesModule {}

class BareController {
  @Get('bare') bare(): string {
    return '';
  }
}

class NotesConfig extends ServiceConfig {
  readonly service = 'notes';
  override logLevel = 'silent' as const;
}

const dataDir = mkdtempSync(join(tmpdir(), 'qijing-platform-'));
const config = loadConfig(NotesConfig, { QIJING_DATA_DIR: dataDir });
let app: NestFastifyApplication;
let tokenOf: (...roles: Role[]) => Promise<string>;

beforeAll(async () => {
  app = await createServiceApp(NotesModule, config);
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  await app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
  tokenOf = (...roles) =>
    signToken(
      {
        caller: { accountId: `a-${roles.join('-')}`, account: 'try', name: '张三', roles },
        sessionId: newId(),
        issuedAt: new Date(),
        expiresAt: new Date(Date.now() + 60_000),
      },
      privateKey,
      'k1',
    );
});

afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Payload = string | object | undefined;

async function send(
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  headers: Record<string, string> = {},
  payload?: Payload,
) {
  const answer = await app.inject({ method, url, headers, payload });
  const body = (answer.body === '' ? {} : JSON.parse(answer.body)) as Record<string, unknown>;
  return { status: answer.statusCode, headers: answer.headers, body };
}

async function bearer(...roles: Role[]): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await tokenOf(...roles)}` };
}

async function notesWith(text: string): Promise<number> {
  return (await app.get(Database, { strict: false }).rows(noteTable, 'WHERE `text` = ?', [text])).length;
}

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
    const forged = `${(await tokenOf('call_taker')).slice(0, -6)}AAAAAA`;
    expect(await send('POST', '/api/v1/notes', { authorization: `Bearer ${forged}` }, { text: 'a' })).toMatchObject({
      status: 401,
      body: { code: 'auth.token-invalid' },
    });
  });

  it('takes writes with a cookie from our own pages only', async () => {
    const cookie = `qijing_session=${await tokenOf('call_taker')}`;
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
    const { Controller } = await import('@nestjs/common');
    Controller()(BareController);
    Module({ controllers: [BareController] })(BareModule);
    await expect(createServiceApp(BareModule, config)).rejects.toThrow('BareController.bare');
  });
});

class BareModule {}

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
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(
      answers.filter(({ status, body }) => status === 409 && body['code'] === 'idempotency.in-progress'),
    ).toHaveLength(7);
    expect(await notesWith('burst')).toBe(1);
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
    expect(await send('PATCH', '/api/v1/notes/1', { ...headers, 'if-match': 'W/"2"' }, {})).toMatchObject({
      status: 412,
    });
    expect(await send('PATCH', '/api/v1/notes/1', { ...headers, 'if-match': 'W/"3"' }, {})).toMatchObject({
      status: 200,
    });
  });

  it('is live and ready, and counts requests by route pattern', async () => {
    expect(await send('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await send('GET', '/health/ready')).toMatchObject({ status: 200, body: { ready: true } });
    const metrics = await app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics.body).toContain('route="/api/v1/notes/:id/seal"');
  });

  it('sets security headers by what is answered', async () => {
    const { headers } = await send('GET', '/api/v1/notes');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const docs = await app.inject({ method: 'GET', url: '/api/docs' });
    expect(docs.statusCode).toBe(200);
    expect(docs.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const document = buildOpenApi(app, { title: 'Notes' });
    const post = document.paths['/api/v1/notes']?.post;
    expect(document.openapi).toBe('3.1.0');
    expect(post?.parameters).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Idempotency-Key' })]));
    expect(post?.security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(post?.responses).toMatchObject({ '422': { $ref: '#/components/responses/Problem422' } });
  });
});
