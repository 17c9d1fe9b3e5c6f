import type { INestApplicationContext } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#persistence';
import { loadConfig, newId, ownerOptions } from '#platform';
import { importFile, writeRows, type Format, type ImportAnswer, type SheetStore } from '#sheets';
import { dropTestDatabase, testProfile } from '#testing';
import { withServices } from '../../apps/standalone/src/cli/context.js';
import { kindOf, knownTo, storeOf } from '../../apps/standalone/src/cli/import/kinds.js';
import { eachStore } from '../../apps/standalone/src/cli/stores.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { StandaloneConfig } from '../../apps/standalone/src/standalone.config.js';

/** How a test imports; all or nothing of a file in WGS-84 unless it says otherwise. */
type Options = Partial<Parameters<typeof importFile>[2]>;

/** An empty deployment, as a command on its machine sees it. */
export class ImportHarness {
  private constructor(
    readonly config: StandaloneConfig,
    private readonly app: INestApplicationContext,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(): Promise<ImportHarness> {
    const config = loadConfig(StandaloneConfig, {
      ...process.env,
      QIJING_PROFILE: testProfile(),
      QIJING_DATA_DIR: mkdtempSync(join(tmpdir(), 'qijing-import-')),
      QIJING_DB_PREFIX: `qijing_test_${newId().slice(-12)}_`,
      QIJING_LOG_LEVEL: 'silent',
    });
    for (const schema of SCHEMAS) await migrate(schema, ownerOptions(config));
    return new Promise((opened, failed) => {
      const closed = withServices(config, (app) => {
        return new Promise<void>((release) => {
          opened(new ImportHarness(config, app, () => (release(), closed)));
        });
      });
      closed.catch(failed);
    });
  }

  async close(): Promise<void> {
    await this.end();
    for (const schema of SCHEMAS) await dropTestDatabase(schema, ownerOptions(this.config));
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(type, { strict: false });
  }

  store(kind: string): SheetStore<object> {
    return storeOf(this.app, kindOf(kind));
  }

  async import(kind: string, bytes: Uint8Array, options: Options = {}): Promise<ImportAnswer> {
    const known = await knownTo(this.app, kindOf(kind));
    const store = this.store(kind);
    return importFile(store.handingOut?.(() => undefined) ?? store, bytes, {
      dryRun: false,
      acceptValid: false,
      system: 'wgs84',
      known,
      ...options,
    });
  }

  /** Everything of a kind as a file. */
  async export(kind: string, format?: Format): Promise<Buffer> {
    const rows: object[] = [];
    for await (const page of this.store(kind).pages()) rows.push(...page);
    return writeRows(kindOf(kind).sheet, rows, { format });
  }

  /** How many events wait and how many entries the audit trails have, by service: what any write leaves behind. */
  traces(): Promise<(string | number)[][]> {
    return eachStore(this.config, 'audit_entry', async (database, { service }) => {
      const count = async (table: string): Promise<number> =>
        Number((await database.query<{ n: number }>(`SELECT COUNT(*) AS n FROM \`${table}\``))[0]?.n);
      return [service, await count('outbox'), await count('audit_entry')];
    });
  }
}
