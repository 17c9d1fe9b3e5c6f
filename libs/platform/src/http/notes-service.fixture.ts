import { Body, Get, HttpCode, Inject, Injectable, Module, Param, Patch, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Part, type Role } from '#contracts';
import { defineRefusal } from '#domain-kit';
import {
  auditMigrations,
  auditTables,
  column,
  createTable,
  Database,
  defineTable,
  newId,
  type MigrationInterface,
  type QueryRunner,
  type TableDef,
} from '#persistence';
import { Allow, CurrentCaller, Public } from '../auth/access.decorators.js';
import type { Caller } from '../auth/caller.js';
import { KeyRing } from '../auth/key-ring.js';
import { signToken } from '../auth/token.js';
import { ServiceModule } from '../service/service.module.js';
import { loadConfig } from '../config/load-config.js';
import { ServiceConfig } from '../config/service.config.js';
import { etagOf, IfMatch, requireMatch } from '../etag/etag.js';
import { createIdempotencyKeyTable, idempotencyKeys } from '../idempotency/idempotency-key.table.js';
import { fromMachine, Idempotent, type GroupWork } from '../idempotency/idempotent.decorator.js';
import { AppLogger } from '../logging/app-logger.js';
import { page, type Page } from '../paging/page.js';
import { PageQuery } from '../paging/page-query.dto.js';
import { createServiceApp, type Patience } from './create-app.js';
import { ServiceController } from './service-controller.js';

interface NoteRow {
  id: string;
  text: string;
  author: string;
}

const noteColumns = { id: column.id(), text: column.text(40), author: column.id() };
/** The one table of the fixture. */
export const noteTable = defineTable<NoteRow>('note', noteColumns, { primary: ['id'] });
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
  @IsOptional() @Part(() => Place) place?: Place;
}

@Injectable()
class Notes {
  constructor(@Inject(Database) readonly database: Database) {}

  async add(text: string, author: string): Promise<{ id: string }> {
    const row = { id: newId(), text, author };
    await this.database.insert(noteTable, [row]);
    if (text === 'sealed') throw sealed({ text });
    if (text === 'broken') throw new Error('narrative 13812345102');
    if (text === 'no database') throw Object.assign(new Error('down'), { code: 'ECONNREFUSED', fatal: true });
    return { id: row.id };
  }
}

@ServiceController('notes')
class NotesController {
  constructor(@Inject(Notes) private readonly notes: Notes) {}

  @Post()
  @Allow('call_taker', 'machine')
  @Idempotent({ required: fromMachine, group: 'notes' })
  add(@Body() body: NewNote, @CurrentCaller() caller: Caller): GroupWork<{ id: string }> {
    return async () => {
      const note = await this.notes.add(body.text, caller.accountId);
      return () => note;
    };
  }

  @Post(':id/seal')
  @HttpCode(204)
  @Allow()
  seal(@Param('id') id: string): void {
    if (id === 'none') throw sealed({ text: id }, '/id');
  }

  @Patch(':id')
  @Allow('call_taker')
  edit(@IfMatch() ifMatch: string | undefined): { etag: string } {
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

/** A small service with every kind of route; the specs of the platform run against it. */
@Module({
  imports: [
    ServiceModule.of({
      service: 'notes',
      tables: [...([noteTable, idempotencyKeys] as unknown as TableDef<never>[]), ...auditTables],
      migrations: [CreateNotes1, ...auditMigrations],
    }),
  ],
  controllers: [NotesController],
  providers: [Notes],
})
export class NotesModule {}

/** Config of the fixture. */
export class NotesConfig extends ServiceConfig {
  readonly service = 'notes';
  override logLevel = 'silent' as const;
}

type Payload = string | object | undefined;

/** How the fixture is started. */
interface Start {
  readonly patience?: Patience;
  /** Gets every line that is logged. */
  readonly lines?: string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A parsed answer. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** The running fixture and ways to talk to it. */
export class NotesService {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: NotesConfig,
    private readonly privateKey: CryptoKey,
  ) {}

  /** Starts it on a temporary SQLite file, silent unless its lines are wanted. */
  static async start({ patience, lines, environment }: Start = {}): Promise<NotesService> {
    const dataDir = mkdtempSync(join(tmpdir(), 'qijing-platform-'));
    const config = loadConfig(NotesConfig, { QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: dataDir, ...environment });
    const destination = { write: (line: string) => void lines?.push(line) };
    const logger = new AppLogger({ service: 'notes', level: lines ? 'trace' : 'silent', destination });
    const app = await createServiceApp(NotesModule, config, logger, patience);
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    await app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
    return new NotesService(app, config, privateKey);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }

  token(...roles: Role[]): Promise<string> {
    const caller = { accountId: `a-${roles.join('-')}`, account: 'try', name: '张三', roles };
    const [issuedAt, expiresAt] = [new Date(), new Date(Date.now() + 60_000)];
    return signToken({ caller, sessionId: newId(), issuedAt, expiresAt }, this.privateKey, 'k1');
  }

  async bearer(...roles: Role[]): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.token(...roles)}` };
  }

  async send(
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    headers: Record<string, string> = {},
    payload?: Payload,
  ): Promise<Answer> {
    const answer = await this.app.inject({ method, url, headers, payload });
    const body = (answer.body === '' ? {} : JSON.parse(answer.body)) as Record<string, unknown>;
    return { status: answer.statusCode, headers: answer.headers, body };
  }

  /** How many notes with this text were kept. */
  async notesWith(text: string): Promise<number> {
    return (await this.app.get(Database, { strict: false }).rows(noteTable, 'WHERE `text` = ?', [text])).length;
  }
}
