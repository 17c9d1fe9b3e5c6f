import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceApp, KeyRing, loadConfig, newId, signToken, type Caller } from '#platform';
import { Database } from '#persistence';
import { IntakeConfig } from '../../src/intake.config.js';
import { IntakeModule } from '../../src/intake.module.js';
import { SeedDirectory } from '../../src/use-cases/seed-directory.js';
import { SEED } from '../intake-samples.js';

/** A parsed answer. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** Intake as a process on a temporary database, and ways to talk to it. */
export class IntakeService {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly config: IntakeConfig,
    private readonly privateKey: CryptoKey,
  ) {}

  static async start(): Promise<IntakeService> {
    const environment = {
      QIJING_PROFILE: 'embedded',
      QIJING_DATA_DIR: mkdtempSync(join(tmpdir(), 'qijing-intake-')),
      QIJING_LOG_LEVEL: 'silent',
      QIJING_RATE_PER_MINUTE: '0',
    };
    const config = loadConfig(IntakeConfig, environment);
    const app = await createServiceApp(IntakeModule, config);
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    await app.get(KeyRing).publish({ ...(await exportJWK(publicKey)), kid: 'k1' });
    await app.get(SeedDirectory, { strict: false }).run(SEED);
    return new IntakeService(app, config, privateKey);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }

  get database(): Database {
    return this.app.get(Database as unknown as new () => Database, { strict: false });
  }

  /** Sends a request as this caller. */
  async send(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    caller: Caller,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const [issuedAt, expiresAt] = [new Date(), new Date(Date.now() + 60_000)];
    const token = await signToken({ caller, sessionId: newId(), issuedAt, expiresAt }, this.privateKey, 'k1');
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      payload,
    });
    const body = (answer.body === '' ? {} : JSON.parse(answer.body)) as Record<string, unknown>;
    return { status: answer.statusCode, headers: answer.headers, body };
  }
}
