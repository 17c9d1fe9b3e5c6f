import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { openEventBus } from '#messaging';
import { Database, openConnections, schemaVersion, type SchemaVersion } from '#persistence';
import { AppLogger, ownerOptions, messagingOptions } from '#platform';
import { SCHEMAS } from '../../schemas.js';
import type { StandaloneConfig } from '../../standalone.config.js';
import type { Outcome, Task } from '../perform.js';
import { eachStore } from '../stores.js';
import { goingLiveLacks } from './going-live.js';

/** One thing that was looked at; `fix` says what to do when it is not well. */
interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly fix?: string;
}

/** Clocks may differ by this much before deadlines look wrong to people. */
const SKEW_MS = 2000;

/**
 * Looks at everything a deployment needs and prints the fix for what is missing; and tells what of a bureau's own a going live
 * still lacks, which is no fault.
 */
export async function doctor({ config }: Task): Promise<Outcome> {
  const findings = [
    node(),
    ...(await Promise.all([port(config), database(config), schemas(config), broker(config), fonts()])),
  ];
  const lines = findings.map(
    ({ name, ok, detail, fix }) => `${ok ? '✓' : '✗'} ${name.padEnd(10)} ${detail}${ok ? '' : `\n    → ${fix ?? ''}`}`,
  );
  const lacks = await goingLiveLacks(config);
  lines.push(...lacks.map(({ name, detail, fix }) => `○ ${name.padEnd(10)} ${detail}\n    → ${fix}`));
  return { ok: findings.every(({ ok }) => ok), profile: config.profile, findings, lacks, lines };
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { name: 'node', ok, detail: process.version, fix: 'install Node 20.19 or newer' };
}

async function port({ port: wanted }: StandaloneConfig): Promise<Finding> {
  const server = createServer();
  const detail = await new Promise<string>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    server.listen(wanted, () => server.close(() => resolve('free')));
  });
  const ok = detail === 'free';
  return {
    name: 'port',
    ok,
    detail: `${wanted} ${detail}`,
    fix: 'stop what listens there (or it is Qijing itself), or set QIJING_PORT',
  };
}

async function database(config: StandaloneConfig): Promise<Finding> {
  const fix =
    config.profile === 'embedded'
      ? 'make QIJING_DATA_DIR writable'
      : 'start the database, check QIJING_DB_*, run `npm run qijing -- migrate`';
  try {
    const [schema] = SCHEMAS;
    if (!schema) throw new Error('no schema');
    const store = new Database(await openConnections(schema, ownerOptions(config)));
    try {
      const skew = Math.abs((await store.now()).getTime() - Date.now());
      const { kind, version } = await store.version();
      const detail = `${kind} ${version}, clock differs by ${skew} ms`;
      return { name: 'database', ok: skew <= SKEW_MS, detail, fix: 'synchronise the clocks (NTP)' };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { name: 'database', ok: false, detail: String(error), fix };
  }
}

/** Whether the databases fit this version; a newer one has its own, and an older one is brought up to date by `migrate`. */
async function schemas(config: StandaloneConfig): Promise<Finding> {
  const finding = { name: 'schema', ok: true, detail: 'of this version' };
  try {
    const services = await eachStore(config, 'audit_entry', async ({ connections }, schema) => ({
      service: schema.service,
      ...(await schemaVersion(schema, connections)),
    }));
    const those = (which: (one: SchemaVersion) => boolean) =>
      services
        .filter(which)
        .map(({ service }) => service)
        .join(', ');
    const newer = those(({ unknown }) => unknown.length > 0);
    const older = those(({ pending }) => pending.length > 0);
    if (newer !== '')
      return { ...finding, ok: false, detail: `of a newer version: ${newer}`, fix: 'start that version' };
    if (older === '') return finding;
    // The one process brings its file up to date by itself.
    const ok = config.profile === 'embedded';
    return { ...finding, ok, detail: `to be migrated: ${older}`, fix: 'run `npm run qijing -- migrate`' };
  } catch (error) {
    return { ...finding, detail: `not checked: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function broker(config: StandaloneConfig): Promise<Finding> {
  const bus = openEventBus(messagingOptions(config, new AppLogger({ service: 'cli', level: 'silent' })));
  try {
    return { name: 'broker', ok: true, detail: `${bus.kind} ${(await bus.check()).version}` };
  } catch (error) {
    return { name: 'broker', ok: false, detail: String(error), fix: 'start Kafka, check QIJING_KAFKA_BROKERS' };
  } finally {
    await bus.close();
  }
}

async function fonts(): Promise<Finding> {
  const fix =
    'install a Chinese font, e.g. the Debian package fonts-noto-cjk (only needed for screenshots on a server)';
  try {
    const { stdout } = await promisify(execFile)('fc-list', [':lang=zh', 'family'], { timeout: 5000 });
    const found = stdout.trim().split('\n').filter(Boolean).length;
    return { name: 'fonts', ok: true, detail: found > 0 ? `${found} with Chinese` : `none with Chinese: ${fix}` };
  } catch {
    return { name: 'fonts', ok: true, detail: `not checked: fontconfig is not installed` };
  }
}
