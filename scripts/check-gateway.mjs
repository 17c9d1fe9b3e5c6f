#!/usr/bin/env node
/**
 * `npm run check:gateway [-- --json]`: the corpus of test/gateway against all that stands in front: our gateway, the one
 * process, and Caddy with the Caddyfile of `docker/`. A missing Caddy is a failure.
 */
import { caddyFront } from '../test/gateway/caddy.mjs';
import { corpus } from '../test/gateway/corpus.mjs';
import { embeddedFront, gatewayFront } from '../test/gateway/fronts.mjs';
import { judge } from '../test/gateway/judge.mjs';
import { NO_CADDY, provideCaddy } from './docker-checks/provide-caddy.mjs';
import { ensureFreshlyBuilt } from './lib/build.mjs';
import { command, printChecks, say } from './lib/command-line.mjs';

const fronts = {
  gateway: () => gatewayFront(),
  'lenient reader': () => gatewayFront({ lenient: true }),
  'one process': () => embeddedFront(),
  caddy: async () => {
    if (!(await provideCaddy())) throw new Error(NO_CADDY);
    return caddyFront();
  },
};

async function perform([name, open]) {
  try {
    const faults = await faultsOf(await open());
    return { name, outcome: faults.length === 0 ? 'passed' : 'failed', faults };
  } catch (error) {
    return { name, outcome: 'failed', faults: [error.message] };
  }
}

async function faultsOf(front) {
  const faults = [];
  try {
    for (const item of corpus) {
      for (const fault of await judge(front, item)) faults.push(`${item.name}: ${fault}`);
    }
  } finally {
    await front.stop();
  }
  return faults;
}

await command(async () => {
  await ensureFreshlyBuilt(say);
  const checks = [];
  for (const entry of Object.entries(fronts)) {
    say(`${corpus.length} requests to: ${entry[0]}`);
    checks.push(await perform(entry));
  }
  return { ok: checks.every(({ outcome }) => outcome === 'passed'), requests: corpus.length, checks };
}, printChecks);
