#!/usr/bin/env node
/** Checks `docker/` without an engine. `--write` renews the routes of the Caddyfile first; `--json` for machines. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { table } from './lib/route-table.mjs';
import { adaptedRoutes, caddyfile, routesAreCurrent, writeRoutes } from './docker-checks/caddy-routes.mjs';
import { NO_CADDY, provideCaddy } from './docker-checks/provide-caddy.mjs';
import { composeFiles, ruleFaults, schemaFaults, unpinnedImages } from './docker-checks/compose-rules.mjs';
import { command, printChecks } from './lib/command-line.mjs';
import { run, which } from './lib/command.mjs';
import { inRoot } from './lib/paths.mjs';

/** A check returns its faults (none: passed) or throws {@link Skipped}. */
class Skipped extends Error {}

const placeholders = { QIJING_DB_PASSWORD: 'x', QIJING_DB_ROOT_PASSWORD: 'x', QIJING_HOSTNAME: 'localhost' };

const checks = {
  'compose-schema': () => composeFiles.flatMap(schemaFaults),
  'compose-rules': ruleFaults,
  // the client's own reading comes on top where there is one; the schema stands in for it elsewhere
  ...((await hasComposeCommand()) && { 'compose-config': composeConfig }),
  'caddy-routes': () => (routesAreCurrent() ? [] : ['docker/Caddyfile: run node scripts/check-docker.mjs --write']),
  'caddy-validate': caddyValidate,
};

async function hasComposeCommand() {
  return Boolean(which('docker')) && (await run('docker', ['compose', 'version'], { allowFailure: true })).code === 0;
}

async function composeConfig() {
  const shown = await run('docker', ['compose', '-f', inRoot('docker/compose.yaml'), 'config', '--quiet'], {
    env: placeholders,
    allowFailure: true,
  });
  return shown.code === 0 ? [] : [shown.stderr];
}

async function caddyValidate() {
  if (!(await provideCaddy())) throw new Skipped(NO_CADDY);
  const scratch = mkdtempSync(join(tmpdir(), 'qijing-caddy-'));
  try {
    return await askCaddy({ ...placeholders, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function askCaddy(env) {
  const words = ['--adapter', 'caddyfile', '--config', caddyfile];
  const validated = await run('caddy', ['validate', ...words], { env, allowFailure: true });
  if (validated.code !== 0) return [validated.stderr];
  const adapted = JSON.parse((await run('caddy', ['adapt', ...words], { env })).stdout);
  const wanted = table.routes.map(({ service, paths, stream }) => ({ service, paths, immediate: Boolean(stream) }));
  return isDeepStrictEqual(adaptedRoutes(adapted), wanted) ? [] : ['caddy adapt yields other routes than routes.json'];
}

async function perform([name, check]) {
  try {
    const faults = await check();
    return { name, outcome: faults.length === 0 ? 'passed' : 'failed', faults };
  } catch (error) {
    if (error instanceof Skipped) return { name, outcome: 'skipped', faults: [], reason: error.message };
    return { name, outcome: 'failed', faults: [error.message] };
  }
}

await command(
  async () => {
    if (process.argv.includes('--write')) writeRoutes();
    const results = [];
    for (const entry of Object.entries(checks)) results.push(await perform(entry));
    return { ok: results.every(({ outcome }) => outcome !== 'failed'), checks: results, byVersion: unpinnedImages() };
  },
  (result) => {
    printChecks(result);
    process.stdout.write(`\nby version, unless docker/.env names digests: ${result.byVersion.join(', ')}\n`);
  },
);
