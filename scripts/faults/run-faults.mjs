import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFreshlyBuilt } from '../lib/build.mjs';
import { inRoot } from '../lib/paths.mjs';
import { stackDown, stackUp } from '../stack/stack.mjs';
import { stackDir } from '../stack/state.mjs';
import { copyBuild } from '../../test/faults/harness/build.mjs';
import { randomOf } from '../../test/faults/harness/random.mjs';
import { bugForOneIncident, twoVersions } from '../../test/faults/cases/builds.mjs';
import { brokerDown, commitReplyLost, databaseDown } from '../../test/faults/cases/outages.mjs';
import { killedServices } from '../../test/faults/cases/r1-kills.mjs';
import { duplicatesAndShuffles, lateAndEarly, poison } from '../../test/faults/cases/records.mjs';

/** Every case by its number: `run(context)` answers `{id, runs, violations, recoveries, notes}` lines. */
export const knownCases = {
  R1: { profiles: ['cluster', 'embedded'], run: killedServices },
  R3: { profiles: ['cluster'], run: brokerDown },
  R5: { profiles: ['cluster'], run: databaseDown },
  R6: { profiles: ['cluster'], run: commitReplyLost },
  R9: { profiles: ['cluster'], run: duplicatesAndShuffles },
  R10: { profiles: ['cluster'], run: lateAndEarly },
  R11: { profiles: ['cluster'], run: poison },
  R12: { profiles: ['cluster'], run: bugForOneIncident },
  R24: { profiles: ['cluster'], run: twoVersions },
};

/**
 * Runs cases one after the other, each in a world of its own.
 * @returns {Promise<{ok: boolean, seed: number, cases: object[]}>}
 */
export async function runFaults({ ids, seed, profile, folder: worlds, say, keep, ...options }) {
  await ensureFreshlyBuilt(say);
  const folder = join(worlds, `run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  shareJars();
  const dist = await copyBuild(join(folder, 'build'));
  const cases = [];
  try {
    if (profile !== 'embedded') await stackUp();
    for (const id of ids) {
      const profiles = knownCases[id].profiles.filter((one) => profile === undefined || one === profile);
      for (const one of profiles)
        cases.push(...(await oneCase(id, { ...options, keep, profile: one, seed, folder, dist, say })));
    }
  } finally {
    if (!keep) rmSync(folder, { recursive: true, force: true });
    if (!keep && profile !== 'embedded') await stackDown();
  }
  return { ok: cases.every(({ ok }) => ok), seed, cases };
}

async function oneCase(id, context) {
  const { say, seed, profile } = context;
  say(`${id} on ${profile}`);
  try {
    const lines = await knownCases[id].run({ ...context, id, random: randomOf(seed, id) });
    return lines.map((line) => summed(line, profile));
  } catch (error) {
    say(`${id}: ${error.stack}`);
    return [
      summed(
        { id, runs: 0, violations: [], recoveries: [], notes: [`could not run: ${error.message}`], failed: true },
        profile,
      ),
    ];
  }
}

function summed({ id, runs, violations, recoveries, notes, failed = false }, profile) {
  const of = (kind) => new Set(violations.filter((one) => one.kind === kind).map(({ subject }) => subject)).size;
  const known = recoveries.filter((ms) => ms !== undefined).sort((a, b) => a - b);
  const never = recoveries.length - known.length;
  const told = violations
    .slice(0, 5)
    .map(({ invariant, kind, subject, detail }) => `${invariant} ${kind} ${subject}: ${detail}`);
  if (never > 0) told.push(`${never} times no recovery was seen`);
  return {
    id: `${id}${profile === 'embedded' ? ' embedded' : ''}`,
    runs,
    ok: !failed && violations.length === 0 && never === 0,
    lost: of('lost'),
    doubled: of('doubled'),
    recoveryMsP50: known.length > 0 ? known[Math.floor((known.length - 1) / 2)] : null,
    recoveryMsMax: known.at(-1) ?? null,
    notes: [...notes, ...told],
  };
}

/** The jars of Kafka need not be fetched again for the second stack. */
function shareJars() {
  const jars = inRoot('.stack', 'kafka', 'lib');
  const own = join(stackDir, 'kafka', 'lib');
  if (!existsSync(join(jars, '.pom-hash')) || existsSync(own)) return;
  mkdirSync(join(stackDir, 'kafka'), { recursive: true });
  symlinkSync(jars, own);
}
