import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';

const SLOW_MS = 120_000;
const PROGRAMS = [...SCHEMAS.map(({ service }) => service), 'standalone'];
const programOf = (name: string): string => resolve(import.meta.dirname, `../../dist/programs/${name}.js`);

/** A process as somebody starts it, with nothing in its environment but what is said here. */
class Started {
  out = '';
  errors = '';
  private readonly child: ChildProcess;
  readonly exited: Promise<number | null>;

  constructor(environment: Record<string, string>, name = 'standalone', words: string[] = []) {
    const { PATH = '' } = process.env;
    this.child = spawn(process.execPath, [programOf(name), ...words], { env: { PATH, ...environment } });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.exited = new Promise((done) => this.child.once('exit', (code) => done(code)));
  }

  /** Waits until it has said where it listens. */
  async up(): Promise<this> {
    const said = new Promise<void>((done) => this.child.stdout?.on('data', () => done()));
    const code = await Promise.race([said, this.exited]);
    if (typeof code === 'number') throw new Error(`it ended with ${code}: ${this.errors}`);
    return this;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    expect(await this.exited).toBe(0);
  }
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ host, port });
    socket.once('connect', () => done((socket.destroy(), true)));
    socket.once('error', () => done(false));
  });

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'qijing-start-'));
  folders.push(folder);
  return join(folder, 'data');
};
const modes = (folder: string): string[] =>
  [folder, ...readdirSync(folder).map((name) => join(folder, name))].map(
    (path) => `${path.slice(folder.length)} ${(statSync(path).mode & 0o777).toString(8)}`,
  );

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('production', () => {
  const key = randomBytes(32).toString('base64');
  let port: number;
  let demo: string;
  /** Of the audit trail, which has a spec of its own. */
  let auditKey: string;
  const inProduction = (dataDir: string, more: Record<string, string> = {}): Record<string, string> => ({
    NODE_ENV: 'production',
    QIJING_DATA_DIR: dataDir,
    QIJING_PORT: String(port),
    QIJING_AUDIT_KEY_FILE: auditKey,
    ...more,
  });
  const refusal = async (environment: Record<string, string>): Promise<string> => {
    const started = new Started(environment);
    expect(await started.exited).toBe(1);
    expect(started.out).toBe('');
    expect(started.errors).not.toMatch(/^ +at /m);
    return started.errors;
  };

  beforeAll(async () => {
    port = await freePort();
    auditKey = join(resolve(newFolder(), '..'), 'audit.pem');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(auditKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    demo = newFolder();
    const tried = await new Started({ QIJING_DATA_DIR: demo, QIJING_PORT: String(port), QIJING_KEY: key }).up();
    await tried.stop();
  }, SLOW_MS);

  it(
    'does not start as it comes, and touches nothing',
    async () => {
      const dataDir = newFolder();
      expect(await refusal(inProduction(dataDir))).toMatch(/QIJING_KEY = \(not set\) +expected: .*openssl rand/);
      expect(existsSync(dataDir)).toBe(false);
    },
    SLOW_MS,
  );

  it(
    'is told everything that is wrong at once, one line each',
    async () => {
      chmodSync(demo, 0o755);
      chmodSync(join(demo, 'qijing.sqlite'), 0o644);
      const more = { QIJING_DEMO_PASSWORD: 'Demo-2026-abc', QIJING_DISTRICT: '1', QIJING_PORT: 'abc' };
      const told = await refusal(inProduction(demo, more));
      expect(
        told
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.trim().split(' expected')[0]?.trim()),
      ).toEqual(
        expect.arrayContaining([
          'QIJING_PORT = abc',
          'QIJING_DEMO_PASSWORD = ***',
          `QIJING_DATA_DIR = ${demo} (0755)`,
          `QIJING_DATA_DIR = ${join(demo, 'qijing.sqlite')} (0644)`,
          'QIJING_DISTRICT = 1',
          'QIJING_KEY = (not set)',
        ]),
      );
      expect(told).toContain(`chmod 0600 ${join(demo, 'qijing.sqlite')}`);
      expect(told).not.toContain('Demo-2026-abc');
      chmodSync(demo, 0o700);
      chmodSync(join(demo, 'qijing.sqlite'), 0o600);
    },
    SLOW_MS,
  );

  it(
    'does not start on data of the demo, however well it is set up',
    async () => {
      expect(await refusal(inProduction(demo, { QIJING_KEY: key }))).toMatch(/made by the demo.*empty QIJING_DATA_DIR/);
    },
    SLOW_MS,
  );

  it(
    'starts when all is right: no demo, nothing open, files for the owner alone; and not with another key',
    async () => {
      const dataDir = newFolder();
      const file = join(resolve(dataDir, '..'), 'key');
      writeFileSync(file, `${key}\n`, { mode: 0o600 });
      const running = await new Started(inProduction(dataDir, { QIJING_KEY_FILE: file })).up();
      expect(running.out).not.toMatch(/Demo|密码/);
      const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
      expect([await ask('/health/ready'), await ask('/metrics'), await ask('/api/docs')]).toEqual([200, 404, 404]);
      const signIn = await fetch(`http://127.0.0.1:${port}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: 'admin', password: 'Qijing-demo-2026' }),
      });
      expect(signIn.status).toBe(401);
      expect(modes(dataDir)).toEqual(
        expect.arrayContaining([' 700', '/qijing.sqlite 600', '/qijing.sqlite-shm 600', '/qijing.sqlite-wal 600']),
      );
      expect(modes(dataDir).filter((mode) => !/ (600|700)$/.test(mode))).toEqual([]);
      await running.stop();
      const lost = inProduction(dataDir, { QIJING_KEY: randomBytes(32).toString('base64') });
      expect(await refusal(lost)).toMatch(/cannot be opened with this QIJING_KEY.*keys rotate --now/);
    },
    SLOW_MS,
  );
});

describe('an empty production', () => {
  it(
    'says how it is set up, and is, while it runs: by a link, by a page, by three people',
    async () => {
      const dataDir = newFolder();
      const port = await freePort();
      const auditKey = join(resolve(dataDir, '..'), 'audit.pem');
      const { privateKey } = generateKeyPairSync('ed25519');
      writeFileSync(auditKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
      const environment = {
        NODE_ENV: 'production',
        QIJING_DATA_DIR: dataDir,
        QIJING_PORT: String(port),
        QIJING_AUDIT_KEY_FILE: auditKey,
        QIJING_KEY: randomBytes(32).toString('base64'),
      };
      const qijing = async (...words: string[]) => {
        const command = new Started(environment, 'qijing', [...words, '--json']);
        await command.exited;
        return JSON.parse(command.out) as Record<string, unknown> & { ok: boolean };
      };
      const running = await new Started(environment).up();
      expect(running.out + running.errors).toContain('qijing -- setup');
      expect(await qijing('setup', '--system', 'chen.min:陈敏')).toMatchObject({ ok: false });
      const { link } = await qijing('setup', '--url', `http://127.0.0.1:${port}/`);
      expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/setup/#[\\w-]{32}$`));
      const person = (account: string, name: string) => ({ account, name });
      const made = await fetch(`http://127.0.0.1:${port}/api/v1/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          secret: String(link).split('#')[1],
          system: person('chen.min', '陈敏'),
          security: person('sun.yue', '孙越'),
          audit: person('he.jing', '何静'),
        }),
      });
      expect(made.status).toBe(200);
      expect(await qijing('setup')).toMatchObject({ ok: false, error: expect.stringContaining('setup.done') });
      const lacks = (await qijing('doctor'))['lacks'] as { name: string; detail: string }[];
      expect(lacks.map(({ name }) => name)).toEqual(['people', 'units', 'areas', 'firms']);
      expect(lacks[0]?.detail).not.toContain('sys_admin');
      await running.stop();
    },
    SLOW_MS,
  );
});

describe('trying it', () => {
  it(
    'listens on this machine alone, keeps its files private and its password, and says so twice',
    async () => {
      const port = await freePort();
      const environment = { QIJING_DATA_DIR: newFolder(), QIJING_PORT: String(port), QIJING_PROT: '1' };
      const first = await new Started(environment).up();
      expect([await answers('127.0.0.1', port), await answers('127.0.0.2', port)]).toEqual([true, false]);
      const passwordOf = ({ out }: Started): string => /Password +(\S+)/.exec(out)?.[1] ?? 'none';
      expect(passwordOf(first)).toMatch(/^Qj-.{12}-7a$/);
      expect(first.errors).toContain('QIJING_PROT is no setting of Qijing');
      expect(modes(environment.QIJING_DATA_DIR).filter((mode) => !/ (600|700)$/.test(mode))).toEqual([]);
      await first.stop();
      chmodSync(join(environment.QIJING_DATA_DIR, 'qijing.sqlite'), 0o644);
      const second = await new Started({ ...environment, QIJING_HOST: '0.0.0.0' }).up();
      expect(await answers('127.0.0.2', port)).toBe(true);
      expect(passwordOf(second)).toBe(passwordOf(first));
      expect(second.errors).toContain('qijing.sqlite was 0644; it is 0600 now');
      await second.stop();
    },
    SLOW_MS,
  );

  it(
    'says in one sentence that its port is taken, what to type instead, and touches nothing',
    async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo;
      const dataDir = newFolder();
      const late = new Started({ QIJING_DATA_DIR: dataDir, QIJING_PORT: String(port) });
      expect(await late.exited).toBe(1);
      expect(late.errors).toBe(`Port ${port} is taken; choose another one: QIJING_PORT=${port + 200} npm start\n`);
      expect(existsSync(dataDir)).toBe(false);
      await new Promise((done) => server.close(done));
    },
    SLOW_MS,
  );

  it.each(PROGRAMS)(
    '%s answers --help and --version and takes no other argument, and starts for none of them',
    async (name) => {
      const [help, version, wrong] = [['--help'], ['--version'], ['--port', '80']].map(
        (words) => new Started({ QIJING_PORT: 'abc' }, name, words),
      );
      expect([await help?.exited, await version?.exited, await wrong?.exited]).toEqual([0, 0, 2]);
      expect(help?.out).toContain('QIJING_');
      expect(version?.out.trim()).toMatch(/^\d+\.\d+\.\d+/);
      expect(wrong?.errors).toContain('unknown argument --port');
    },
    SLOW_MS,
  );
});
