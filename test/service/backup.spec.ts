import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { auditEntries, Database, openConnections } from '#persistence';
import { dropTestDatabase, testDatabaseOptions, testProfile } from '#testing';
import { identitySchema } from '../../apps/identity/src/outbound/database/identity.schema.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';

const cli = resolve(import.meta.dirname, '../../dist/programs/qijing.js');
const LONG_MS = 180_000;

describe(`backup and restore on ${testProfile()}`, () => {
  const options = testDatabaseOptions();
  const folder = mkdtempSync(join(tmpdir(), 'qijing-backup-'));
  const [plain, secret, keyFile] = [join(folder, 'plain'), join(folder, 'sealed'), join(folder, 'key')];
  const environment = {
    ...process.env,
    QIJING_PROFILE: testProfile(),
    QIJING_DATA_DIR: options.dataDir,
    QIJING_DB_PREFIX: options.prefix,
    QIJING_TOPIC_PREFIX: options.prefix,
    QIJING_PORT: '0',
  };

  function qijing(...words: string[]): Promise<Record<string, unknown>> {
    return new Promise((done) =>
      execFile(process.execPath, [cli, ...words, '--json'], { env: environment }, (_error, stdout) =>
        done(JSON.parse(stdout) as Record<string, unknown>),
      ),
    );
  }

  beforeAll(async () => {
    await qijing('migrate');
    expect(await qijing('seed')).toMatchObject({ ok: true });
    writeFileSync(keyFile, 'k'.repeat(40), { mode: 0o600 });
  }, LONG_MS);
  afterAll(async () => {
    for (const schema of SCHEMAS) await dropTestDatabase(schema, options);
    rmSync(folder, { recursive: true, force: true });
  }, LONG_MS);

  it(
    'makes a folder for its owner alone, and never into one that is filled',
    async () => {
      expect(await qijing('backup', plain)).toMatchObject({ ok: true, encrypted: false });
      expect(statSync(plain).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(plain))
        expect([name, statSync(join(plain, name)).mode & 0o777]).toEqual([name, 0o600]);
      expect(readdirSync(folder).sort()).toEqual(['key', 'plain']);
      expect(await qijing('backup', plain)).toMatchObject({ ok: false, error: expect.stringContaining('not empty') });
      const manifest = JSON.parse(readFileSync(join(plain, 'manifest.json'), 'utf8')) as {
        services: Record<string, { tables: Record<string, number> }>;
      };
      expect(Object.keys(manifest.services)).toEqual(SCHEMAS.map(({ service }) => service));
      expect(manifest.services['routing']?.tables['unit']).toBeGreaterThan(10);
    },
    LONG_MS,
  );

  it(
    'is put back as it was, is written down, and replaces nothing without being told to',
    async () => {
      const create = (account: string) => qijing('user', 'create', account, '--name', '后来', '--roles', 'analyst');
      expect(await create('later')).toMatchObject({ ok: true });
      expect(await qijing('restore', plain)).toMatchObject({ ok: false, error: expect.stringContaining('--force') });
      expect(await create('later')).toMatchObject({ ok: false });
      expect(await qijing('restore', plain, '--force')).toMatchObject({ ok: true });
      expect(await create('operator')).toMatchObject({ ok: false });
      expect(await create('later')).toMatchObject({ ok: true });
      expect(await qijing('audit', 'verify')).toMatchObject({ ok: true });
    },
    LONG_MS,
  );

  it(
    'is encrypted by a key file, and opened by no other',
    async () => {
      expect(await qijing('backup', secret, '--key-file', keyFile)).toMatchObject({ ok: true, encrypted: true });
      for (const name of readdirSync(secret)) {
        const text = readFileSync(join(secret, name), 'latin1');
        expect([name, text.startsWith('QIJINGB1') || name === 'manifest.json']).toEqual([name, true]);
      }
      const other = join(folder, 'other');
      writeFileSync(other, 'x'.repeat(40), { mode: 0o600 });
      const restored = (...words: string[]) => qijing('restore', secret, '--force', ...words);
      expect(await restored()).toMatchObject({ ok: false, error: expect.stringContaining('encrypted') });
      expect(await restored('--key-file', other)).toMatchObject({ ok: false, error: expect.stringContaining('key') });
      expect(await qijing('doctor')).toMatchObject({
        findings: expect.arrayContaining([{ name: 'schema', ok: true, detail: 'of this version' }]),
      });
      expect(await restored('--key-file', keyFile)).toMatchObject({ ok: true });
      writeFileSync(other, 'x'.repeat(40), { mode: 0o644 });
      rmSync(other);
      writeFileSync(other, 'short', { mode: 0o600 });
      expect(await qijing('backup', join(folder, 'none'), '--key-file', other)).toMatchObject({ ok: false });
    },
    LONG_MS,
  );

  it(
    'is refused when a bit of it was changed, or a newer version made it',
    async () => {
      const name = readdirSync(plain).find((each) => each !== 'manifest.json') ?? '';
      const bytes = readFileSync(join(plain, name));
      const changed = Buffer.from(bytes);
      changed[100] = (changed[100] ?? 0) ^ 1;
      writeFileSync(join(plain, name), changed);
      expect(await qijing('restore', plain, '--force')).toMatchObject({
        ok: false,
        error: expect.stringContaining('is not the file that was backed up'),
      });
      writeFileSync(join(plain, name), bytes);
      const path = join(plain, 'manifest.json');
      const manifest = readFileSync(path, 'utf8');
      writeFileSync(path, manifest.replace('CreateAudit1797000000000', 'FromTomorrow9999999999999'));
      expect(await qijing('restore', plain, '--force')).toMatchObject({
        ok: false,
        error: expect.stringContaining('newer version'),
      });
      const database = new Database(await openConnections(identitySchema, options));
      const [entry] = await database.rows(auditEntries, "WHERE `act` = 'database.restored'");
      await database.close();
      expect(entry?.actor).toMatch(/^cli:/);
    },
    LONG_MS,
  );
});
