import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Database, migrate, openConnections } from '#persistence';
import { dropTestDatabase, testDatabaseOptions, testProfile } from '#testing';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { casesSchema } from '../../apps/cases/src/outbound/database/cases.schema.js';

const LONG_MS = 90_000;
const SENTENCE =
  'The database of cases was changed by a newer version of Qijing (FromTomorrow9999999999999). ' +
  'Start that version, or restore a backup from before the update.';

describe(`a database that a newer version has migrated, on ${testProfile()}`, () => {
  const serviceUser = process.env['QIJING_DB_USER'];
  const options = { ...testDatabaseOptions(), ...(serviceUser !== undefined && { serviceUser }) };
  const environment = {
    ...process.env,
    QIJING_PROFILE: testProfile(),
    QIJING_DATA_DIR: options.dataDir,
    QIJING_DB_PREFIX: options.prefix,
    QIJING_TOPIC_PREFIX: options.prefix,
    QIJING_PORT: '0',
    QIJING_DEMO: 'false',
  };

  beforeAll(async () => {
    for (const schema of SCHEMAS) await migrate(schema, options);
    const database = new Database(await openConnections(casesSchema, options));
    await database.write(() =>
      database.execute('INSERT INTO `schema_migration` (`timestamp`, `name`) VALUES (?, ?)', [
        9_999_999_999_999,
        'FromTomorrow9999999999999',
      ]),
    );
    await database.close();
  }, LONG_MS);
  afterAll(async () => {
    for (const schema of SCHEMAS) await dropTestDatabase(schema, options);
  }, LONG_MS);

  /** Runs a program until it ends. */
  function ran(name: string, ...words: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const program = resolve(import.meta.dirname, `../../dist/programs/${name}.js`);
    const child = spawn(process.execPath, [program, ...words], { env: environment });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (text: Buffer) => (said.stdout += String(text)));
    child.stderr.on('data', (text: Buffer) => (said.stderr += String(text)));
    return new Promise((done) => child.once('exit', (code) => done({ code, ...said })));
  }

  it(
    'is refused at the start in one sentence',
    async () => {
      const { code, stderr } = await ran(testProfile() === 'cluster' ? 'cases' : 'standalone');
      const sentences = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
      expect({ code, sentences }).toEqual({ code: 1, sentences: [SENTENCE] });
    },
    LONG_MS,
  );

  it(
    'is migrated no further, and the doctor tells',
    async () => {
      expect(await ran('qijing', 'migrate', '--json')).toMatchObject({
        code: 1,
        stdout: `${JSON.stringify({ ok: false, error: SENTENCE })}\n`,
      });
      const { code, stdout } = await ran('qijing', 'doctor', '--json');
      const { findings } = JSON.parse(stdout) as { findings: { name: string }[] };
      expect(code).toBe(1);
      expect(findings.find(({ name }) => name === 'schema')).toMatchObject({
        ok: false,
        detail: 'of a newer version: cases',
      });
    },
    LONG_MS,
  );
});
