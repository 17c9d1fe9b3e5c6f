/**
 * `npm run demo [-- --profile embedded|cluster] [--json] [--url http://…]`: plays the warehouse theft through the public API.
 * Without `--url` it starts a system of its own and stops it afterwards; with it QIJING_DEMO_PASSWORD names the password.
 * `--watch [--pace 4]`: for people who look on in a browser. Says where to sign in, waits for Enter, and plays a step every
 * so many seconds; a system of its own stays until Enter.
 */
import cliProgress from 'cli-progress';
import { audience } from './demo/audience.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, option, say } from './lib/command-line.mjs';
import { inRoot } from './lib/paths.mjs';
import { Api } from '../test/kit/api.mjs';
import { ownSystem } from '../test/kit/system.mjs';

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

/** A system of its own with the demo in it, or the one that answers at `url`. */
async function open(profile, url) {
  const password = process.env.QIJING_DEMO_PASSWORD || undefined; // empty is unset, as for the services
  if (url) {
    const environment = { ...process.env, QIJING_PROFILE: profile };
    return opened(url, password, environment, async () => {});
  }
  const system = await ownSystem(profile, { label: 'demo', say, ...(password && { password }) });
  const { baseUrl, stop } = await system.start().catch(async (error) => {
    await system.remove();
    throw error;
  });
  return opened(baseUrl, system.password, system.environment, () => stop().finally(() => system.remove()));
}

function opened(baseUrl, password, environment, stop) {
  const api = new Api({ baseUrl, password });
  const close = () => {
    api.close();
    return stop();
  };
  return { baseUrl, password, environment, signIn: (account) => api.as(account), stop: close };
}

/** An instant as the people of the story read it. */
function beijingTime(at) {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function tell({ steps = [], ...rest }) {
  for (const { name, at, ms } of steps)
    process.stdout.write(`${beijingTime(at)}  ${name.padEnd(32)} ${String(ms).padStart(5)} ms\n`);
  process.stdout.write(`${JSON.stringify(rest, null, 2)}\n`);
}
