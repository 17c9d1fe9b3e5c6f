import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { serviceNames } from '../../scripts/lib/route-table.mjs';
import { startStandalone } from '../../scripts/lib/standalone.mjs';
import { startRecorder } from './recorder.mjs';

/** The address of the clients, as a front sees it. */
const CLIENT = '127.0.0.1';

/** The services of a front, all at one address. */
export const upstreamsAt = (address) =>
  Object.fromEntries(serviceNames.map((name) => [`QIJING_UPSTREAM_${name.toUpperCase()}`, address]));

/**
 * Our gateway as `npm run cluster` starts it, before a recorder.
 * @param {{lenient?: boolean}} options of the recorder
 * @returns {Promise<Front>} `{name, host, connect(), stop(), client, recorder, exact}`; needs the compiled programs
 */
export async function gatewayFront({ lenient = false } = {}) {
  const recorder = await startRecorder({ lenient });
  const port = await freePort();
  const child = spawn(process.execPath, [inRoot('dist/programs/gateway.js')], {
    env: { ...process.env, ...upstreamsAt(recorder.url), QIJING_PORT: String(port), QIJING_HOST: CLIENT },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await listening(child);
  return {
    name: lenient ? 'the gateway before a lenient reader' : 'the gateway',
    exact: true,
    ...overTcp(port),
    recorder,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await recorder.stop();
    },
  };
}

/** Answers once a program has said its first word on stderr; throws when it ends before. */
const listening = (child) =>
  new Promise((resolve, reject) => {
    child.stderr.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`it ended with ${code} at its start`)));
  });

/** The one process of the embedded profile, which has nothing before or behind it. Needs the compiled programs. */
export async function embeddedFront() {
  const folder = mkdtempSync(join(tmpdir(), 'qijing-front-'));
  const standalone = await startStandalone({ QIJING_DATA_DIR: folder, QIJING_RATE_PER_MINUTE: '0' });
  return {
    name: 'the one process',
    ...overTcp(new URL(standalone.baseUrl).port),
    stop: async () => {
      await standalone.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const overTcp = (port) => ({
  host: `${CLIENT}:${port}`,
  client: CLIENT,
  connect: () =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), CLIENT, () => resolve(socket)).once('error', reject);
    }),
});
