import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  AnchorFile,
  AuditCheckpoints,
  auditEntries,
  AuditTrail,
  CheckpointKeys,
  Database,
  openConnections,
  type DatabaseOptions,
} from '#persistence';
import { productVersion } from '#platform';
import { testDatabaseOptions, dropTestDatabase, testProfile } from '#testing';
import { parkedTable } from '#messaging';
import { casesSchema } from '../../apps/cases/src/outbound/database/cases.schema.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { tamper } from './tampering.js';
import { demoUnits } from '../../apps/standalone/src/demo/data/units.js';

const cli = resolve(import.meta.dirname, '../../dist/programs/qijing.js');
const SLOW_MS = 60_000;

interface Answer {
  code: number;
  /** The one object on stdout; undefined when stdout holds anything else. */
  json: (Record<string, unknown> & { ok: boolean }) | undefined;
}

describe(`qijing command line on ${testProfile()}`, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-cli-'));
  const options: DatabaseOptions = { ...testDatabaseOptions(), dataDir };
  const topicPrefix = `qijing.test.${options.prefix}`;
  const environment = {
    ...process.env,
    QIJING_PROFILE: testProfile(),
    QIJING_DATA_DIR: dataDir,
    QIJING_DB_PREFIX: options.prefix,
    QIJING_TOPIC_PREFIX: topicPrefix,
    QIJING_PORT: '0',
  };

  /** Runs a command with `--json`. */
  function qijing(words: string[], more: Record<string, string> = {}): Promise<Answer> {
    return new Promise((done) => {
      execFile(process.execPath, [cli, ...words, '--json'], { env: { ...environment, ...more } }, (error, stdout) => {
        const lines = stdout.trim().split('\n');
        const json = lines.length === 1 ? (JSON.parse(lines[0] ?? '') as Answer['json']) : undefined;
        done({ code: error ? Number(error.code) : 0, json });
      });
    });
  }

  beforeAll(async () => {
    expect(await qijing(['migrate'])).toMatchObject({ code: 0, json: { ok: true } });
  }, SLOW_MS);
  afterAll(async () => {
    for (const schema of SCHEMAS) await dropTestDatabase(schema, options);
    rmSync(dataDir, { recursive: true, force: true });
  }, SLOW_MS);

  async function inCases<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const schema = SCHEMAS.find(({ service }) => service === 'cases');
    if (!schema) throw new Error('no cases');
    const database = new Database(await openConnections(schema, options));
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  }

  it(
    'migrates every service once, and says so',
    async () => {
      const again = await qijing(['migrate']);
      const services = again.json?.['services'] as { service: string; applied: string[] }[];
      expect(services.map(({ service }) => service)).toEqual(SCHEMAS.map(({ service }) => service));
      expect(services.flatMap(({ applied }) => applied)).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'creates topics once',
    async () => {
      const first = await qijing(['topics', 'create']);
      const second = await qijing(['topics', 'create']);
      expect(first).toMatchObject({ code: 0, json: { ok: true } });
      expect(first.json?.['created']).toHaveLength(testProfile() === 'cluster' ? 8 : 0);
      expect(second.json?.['created']).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'seeds the demo twice without doubling it, and not in production',
    async () => {
      expect((await qijing(['seed'])).json).toMatchObject({ ok: true, enterprises: 5, units: demoUnits.length });
      expect((await qijing(['seed'])).json).toMatchObject({ ok: true, enterprises: 0, units: 0 });
      const refused = await qijing(['seed'], {
        NODE_ENV: 'production',
        QIJING_DB_PASSWORD: options.password || 'x',
      });
      expect(refused).toMatchObject({ code: 1, json: { ok: false } });
    },
    SLOW_MS,
  );

  it(
    'says so in its one object when the database refuses it',
    async () => {
      const away = { QIJING_PROFILE: 'cluster', QIJING_DB_HOST: '127.0.0.1', QIJING_DB_PORT: '1' };
      expect(await qijing(['seed'], away)).toMatchObject({ code: 1, json: { ok: false } });
      expect(await qijing(['migrate'], away)).toMatchObject({ code: 1, json: { ok: false } });
    },
    SLOW_MS,
  );

  it(
    'counts what waits in the outboxes',
    async () => {
      const { json } = await qijing(['outbox', 'status']);
      const routing = (json?.['services'] as { service: string; depth: number }[]).find(
        ({ service }) => service === 'routing',
      );
      expect(routing?.depth).toBe(demoUnits.length);
    },
    SLOW_MS,
  );

  it(
    'creates an account, refuses a second one and unknown roles',
    async () => {
      const words = ['user', 'create', 'integrator', '--name', '告警平台', '--roles', 'machine'];
      const created = await qijing(words, { QIJING_NEW_PASSWORD: 'Long-Enough-Wall-71' });
      expect(created).toMatchObject({ code: 0, json: { ok: true, account: 'integrator', roles: ['machine'] } });
      expect(JSON.stringify(created.json)).not.toMatch(/Long-Enough|secret/);
      expect(await qijing(words)).toMatchObject({ code: 1, json: { ok: false } });
      const unknown = await qijing(['user', 'create', 'x1', '--name', 'x', '--roles', 'king']);
      expect(unknown).toMatchObject({ code: 1, json: { ok: false } });
    },
    SLOW_MS,
  );

  it(
    'hands out one-time secrets, lists accounts, shuts them out and lets them in again',
    async () => {
      const created = await qijing(['user', 'create', 'sun.li', '--name', '孙丽', '--roles', 'duty_chief']);
      expect(created.json?.['secret']).toEqual(expect.stringMatching(/^[\w-]{32}$/));
      const reset = await qijing(['user', 'reset', 'SUN.LI']);
      expect(reset.json?.['secret']).not.toBe(created.json?.['secret']);
      const stateOf = async (account: string): Promise<unknown> => {
        const accounts = (await qijing(['user', 'list'])).json?.['accounts'] as { account: string; state: string }[];
        return accounts.find((each) => each.account === account)?.state;
      };
      expect(await stateOf('sun.li')).toBe('no password');
      expect((await qijing(['user', 'disable', 'operator'])).code).toBe(0);
      expect(await stateOf('operator')).toBe('disabled');
      for (const act of ['enable', 'unlock']) expect((await qijing(['user', act, 'operator'])).code).toBe(0);
      expect(await stateOf('operator')).toBe('enabled');
      expect(await qijing(['user', 'unlock', 'nobody.here'])).toMatchObject({ code: 1, json: { ok: false } });
    },
    SLOW_MS,
  );

  it(
    'lists parked events and marks them for another attempt or for giving up',
    async () => {
      expect((await qijing(['parked', 'list'])).json).toMatchObject({ ok: true, count: 0 });
      const row = {
        consumer: 'cases',
        topic: `${topicPrefix}incidents.v1`,
        partition: 0,
        offset: '7',
        source: 'routing',
        aggregateId: 'incident-1',
        aggregateSeq: 1,
        type: 'dispatch.planned.v1',
        headers: {},
        payload: '{}',
        reason: 'rejected',
        attempts: 5,
        error: 'no',
        parkedAt: new Date(),
      };
      await inCases((database) => database.write(() => database.insert(parkedTable, [row])));
      const listed = (await qijing(['parked', 'list'])).json;
      expect(listed).toMatchObject({
        count: 1,
        events: [{ service: 'cases', incidentId: 'incident-1', reason: 'rejected' }],
      });
      expect(JSON.stringify(listed)).not.toContain('payload');
      expect((await qijing(['parked', 'replay', 'incident-1'])).json).toMatchObject({ ok: true, marked: 1 });
      expect((await qijing(['parked', 'discard', 'unknown'])).code).toBe(1);
    },
    SLOW_MS,
  );

  it(
    'verifies the audit trail, in which its own acts stand, and names the entry that somebody changed',
    async () => {
      const well = await qijing(['audit', 'verify']);
      expect(well).toMatchObject({ code: 0, json: { ok: true } });
      expect((well.json?.['services'] as { service: string }[]).map(({ service }) => service)).toEqual(
        SCHEMAS.map(({ service }) => service),
      );
      await inCases(async (database) => {
        const [entry] = await database.rows(auditEntries, "WHERE `act` = 'parked-event.replayed'");
        expect(entry).toMatchObject({ subject: 'incident-1', object: `cases ${topicPrefix}incidents.v1 0 7` });
        expect(entry?.actor).toMatch(/^cli:/);
      });
      await tamper(casesSchema, options, "UPDATE `audit_entry` SET `actor` = 'cli:nobody'");
      const ill = await qijing(['audit', 'verify']);
      const broken = (ill.json?.['services'] as { service: string; broken?: object }[]).filter((one) => one.broken);
      expect(ill.code).toBe(1);
      expect(broken).toMatchObject([
        { service: 'cases', broken: { table: 'audit_entry', subject: 'incident-1', seq: 1, reason: 'was changed' } },
      ]);
    },
    SLOW_MS,
  );

  it(
    'finds by what was told outside of the databases that the audit trail was emptied, and believes a restore only by name',
    async () => {
      const name = testProfile() === 'cluster' ? `${options.prefix}cases` : 'cases';
      const sealing = {
        keys: CheckpointKeys.readOrMake(join(dataDir, 'audit/key.pem')),
        file: new AnchorFile(join(dataDir, 'audit', `${name}.jsonl`)),
      };
      await tamper(casesSchema, options, 'DELETE FROM `audit_entry`');
      await inCases(async (database) => {
        const act = { subject: 'thing', act: 'thing.done', object: 'o' };
        await database.write(() => Promise.resolve(AuditTrail.of(database).record(act)));
        const checkpoints = new AuditCheckpoints(database, sealing);
        checkpoints.start(60_000, { told: () => undefined, lost: () => undefined, failed: () => undefined });
        await checkpoints.stop();
      });
      expect(await qijing(['audit', 'verify'])).toMatchObject({ code: 0, json: { ok: true } });
      await tamper(casesSchema, options, 'DELETE FROM `audit_entry`', 'DELETE FROM `audit_checkpoint`');
      const ill = await qijing(['audit', 'verify']);
      const broken = (ill.json?.['services'] as { service: string; broken?: object }[]).filter((one) => one.broken);
      const gone = { table: 'anchor', seq: 1, reason: 'the checkpoint that was told is gone' };
      expect([ill.code, broken]).toMatchObject([1, [{ service: 'cases', broken: gone }]]);
      expect((await qijing(['audit', 'verify', '--anchor', sealing.file.path])).code).toBe(1);
      expect((await qijing(['audit', 'verify', '--since-restore', new Date().toISOString()])).code).toBe(0);
      expect((await qijing(['audit', 'verify', '--since-restore', '2020-01-01T00:00:00Z'])).code).toBe(1);
    },
    SLOW_MS,
  );

  it(
    'examines the deployment and prints a fix for what is missing',
    async () => {
      const well = await qijing(['doctor'], { QIJING_PORT: '45999' });
      expect(well).toMatchObject({ code: 0, json: { ok: true, profile: testProfile() } });
      const ill = await qijing(['doctor'], {
        QIJING_PROFILE: 'cluster',
        QIJING_DB_HOST: '127.0.0.1',
        QIJING_DB_PORT: '1',
        QIJING_KAFKA_BROKERS: '127.0.0.1:1',
      });
      const findings = ill.json?.['findings'] as { name: string; ok: boolean; fix?: string }[];
      expect(ill.code).toBe(1);
      expect(findings.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['database', 'broker']);
      for (const { fix } of findings.filter(({ ok }) => !ok)) expect(fix).toBeTruthy();
    },
    SLOW_MS,
  );

  it(
    'tells a command that was called wrongly from one that failed, and its version',
    async () => {
      expect(await qijing(['migrat'])).toMatchObject({ code: 2, json: { ok: false, error: expect.any(String) } });
      expect(await qijing(['user', 'create', 'x1'])).toMatchObject({ code: 2, json: { ok: false } });
      const version = await new Promise((done) =>
        execFile(process.execPath, [cli, '--version'], (_error, stdout) => done(stdout.trim())),
      );
      expect(version).toBe(productVersion());
    },
    SLOW_MS,
  );

  it(
    'lists every fault of the settings at once',
    async () => {
      const { code, json } = await qijing(['outbox', 'status'], { QIJING_PROFILE: 'docker', QIJING_DB_PORT: 'x' });
      expect(code).toBe(1);
      expect((json?.['faults'] as { name: string }[]).map(({ name }) => name).sort()).toEqual([
        'QIJING_DB_PORT',
        'QIJING_PROFILE',
      ]);
    },
    SLOW_MS,
  );
});
