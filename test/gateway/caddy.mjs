import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { run, sleep, which } from '../../scripts/lib/command.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { upstreamsAt } from './fronts.mjs';
import { startRecorder } from './recorder.mjs';

/** Longest start of Caddy, its own certificate included, ms. */
const PATIENCE = 20_000;

/**
 * Caddy with the Caddyfile of `docker/` before a recorder, by TLS as people reach it; only its ports differ.
 * @returns {Promise<Front>} needs `caddy` on the PATH
 */
export async function caddyFront() {
  const recorder = await startRecorder();
  const scratch = mkdtempSync(join(tmpdir(), 'qijing-caddy-'));
  const [port, httpPort] = [await freePort(), await freePort()];
  const env = {
    ...Object.fromEntries(Object.entries(upstreamsAt(recorder.url)).map(([name, url]) => [name, new URL(url).host])),
    QIJING_HOSTNAME: `localhost:${port}`,
    ...Object.fromEntries(['HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'].map((name) => [name, scratch])),
  };
  const config = join(scratch, 'config.json');
  writeFileSync(config, JSON.stringify(await adapted(env, httpPort)));
  const child = spawn(which('caddy'), ['run', '--config', config], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await untilItAnswers(port, child);
  return {
    name: 'Caddy',
    host: `localhost:${port}`,
    client: '127.0.0.1',
    recorder,
    connect: () => overTls(port),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      await recorder.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** What Caddy makes of our file, without the ports that only one program of a machine can have. */
async function adapted(env, httpPort) {
  const words = ['adapt', '--adapter', 'caddyfile', '--config', inRoot('docker/Caddyfile')];
  const config = JSON.parse((await run('caddy', words, { env })).stdout);
  config.admin = { disabled: true };
  config.apps.http.http_port = httpPort;
  return config;
}

/** It listens before it has its certificate. */
async function untilItAnswers(port, child) {
  for (const until = Date.now() + PATIENCE; Date.now() < until && child.exitCode === null; await sleep(50)) {
    const socket = await overTls(port).catch(() => undefined);
    if (socket) return void socket.destroy();
  }
  throw new Error('caddy does not answer');
}

const overTls = (port) =>
  new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', servername: 'localhost', ALPNProtocols: ['http/1.1'] };
    const socket = connect({ ...options, rejectUnauthorized: false }, () => resolve(socket)).once('error', reject);
  });
