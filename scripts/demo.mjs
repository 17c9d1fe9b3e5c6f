/**
 * `npm run demo [-- --profile embedded|cluster] [--json] [--url http://…]`: plays the warehouse theft through the public API.
 * Without `--url` it starts a system of its own and stops it afterwards; with it QIJING_DEMO_PASSWORD names the password.
 * `--watch [--pace 4]`: for people who look on in a browser. Says where to sign in, waits for Enter, and plays a step every
 * so many seconds; a system of its own stays until Enter.
 */
import cliProgress from 'cli-progress';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audience } from './demo/audience.mjs';
import { startCluster } from './cluster/cluster.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, option, say } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';
import { startStandalone } from './lib/standalone.mjs';
import { stackEnvironment } from './stack/stack.mjs';

const STEPS = 20;

await command(async () => {
  const profile = option('profile', 'embedded');
  if (!['embedded', 'cluster'].includes(profile)) throw new Error(`unknown profile ${profile}: embedded or cluster`);
  await ensureFreshlyBuilt(say);
  const onlookers = process.argv.includes('--watch') ? audience(option('pace', '4')) : undefined;
  const system = await open(profile, option('url'));
  const bar = new cliProgress.SingleBar({ format: '{bar} {value}/{total} {step}', stream: process.stderr });
  try {
    await onlookers?.invite(system);
    if (process.stderr.isTTY) bar.start(STEPS, 0, { step: '' });
    const { playDemo } = await import(inRoot('dist/apps/standalone/src/demo/play-demo.js'));
    const result = await playDemo({
      ...system,
      live: onlookers !== undefined,
      onStep: ({ name }) => {
        if (process.stderr.isTTY) bar.increment({ step: name });
        else say(name);
        return onlookers?.pause();
      },
    });
    bar.stop();
    if (!option('url')) await onlookers?.dismiss();
    return result;
  } finally {
    bar.stop();
    await system.stop();
  }
}, tell);

async function open(profile, url) {
  const password = process.env.QIJING_DEMO_PASSWORD ?? `Qj-${randomBytes(9).toString('base64url')}-7a`;
  if (url)
    return { baseUrl: url, password, environment: { ...process.env, QIJING_PROFILE: profile }, stop: async () => {} };
  return profile === 'embedded' ? openEmbedded(password) : openCluster(password);
}

async function openEmbedded(password) {
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-demo-'));
  const environment = { QIJING_PROFILE: 'embedded', QIJING_DATA_DIR: dataDir, QIJING_DEMO_PASSWORD: password };
  const standalone = await startStandalone(environment);
  return {
    baseUrl: standalone.baseUrl,
    password,
    environment,
    stop: async () => {
      await standalone.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openCluster(password) {
  const name = `demo_${randomBytes(3).toString('hex')}`;
  const env = {
    QIJING_DB_PREFIX: `qijing_${name}_`,
    QIJING_TOPIC_PREFIX: `qijing.${name}.`,
    QIJING_DEMO_PASSWORD: password,
  };
  const cluster = await startCluster({ portBase: 0, env, dataDir: inRoot(`.stack/${name}`) });
  const environment = { ...stackEnvironment(), ...env, QIJING_PROFILE: 'cluster' };
  return { baseUrl: cluster.baseUrl, password, environment, stop: () => cluster.stop() };
}

function tell({ steps = [], ...rest }) {
  for (const { name, at, ms } of steps)
    process.stdout.write(`${at}  ${name.padEnd(30)} ${String(ms).padStart(5)} ms\n`);
  process.stdout.write(`${JSON.stringify(rest, null, 2)}\n`);
}
