import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { run, which } from '../lib/command.mjs';
import { say } from '../lib/command-line.mjs';

const POLICY = '/usr/sbin/policy-rc.d';
let listsAreFresh = false;

/** Whether this machine lets us install a missing server: Debian or a relative, and we are root. */
export const canInstall = () => process.getuid?.() === 0 && which('apt-get') !== undefined;

/**
 * Installs Debian packages without letting them start a system service.
 * @param {string[][]} choices the first choice whose packages all have a candidate is installed
 */
export async function install(...choices) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!listsAreFresh) await run('apt-get', ['update', '-q'], { env });
  listsAreFresh = true;
  const packages = await firstAvailable(choices);
  say(`apt-get install ${packages.join(' ')}`);
  const ownPolicy = !existsSync(POLICY);
  if (ownPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env });
  } finally {
    if (ownPolicy) rmSync(POLICY, { force: true });
  }
}

async function firstAvailable(choices) {
  for (const packages of choices) {
    const shown = await run('apt-cache', ['policy', ...packages], { allowFailure: true });
    const candidates = shown.stdout.match(/Candidate: (?!\(none\))/g) ?? [];
    if (candidates.length === packages.length) return packages;
  }
  return choices[0];
}
