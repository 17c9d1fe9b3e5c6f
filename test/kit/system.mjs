import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../../scripts/cluster/cluster.mjs';
import { run } from '../../scripts/lib/command.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { startStandalone } from '../../scripts/lib/standalone.mjs';
import { ownerOf, stackEnvironment, stackUp } from '../../scripts/stack/stack.mjs';
import { storesOf } from './stores.mjs';
import { topicsOf } from './topics.mjs';

/** One client stands for a whole town: limits per address are not what is measured. */
export const UNLIMITED = { QIJING_RATE_PER_MINUTE: '0', QIJING_SIGN_IN_PER_MINUTE: '0' };

/**
 * A system of its own: folder, names of databases and topics, password, settings. Nothing runs yet; on the cluster profile
 * the stack does.
 * @param {'embedded' | 'cluster'} profile
 * @param {object} [options]
 * @param {string} [options.label] begins its names
 * @param {string} [options.folder] where its own folder is made
 * @param {string} [options.password] of the demo's accounts
 * @param {string} [options.dist] compiled programs; those of this checkout by default
 * @param {Record<string, string>} [options.env] more settings
 * @param {(text: string) => void} [options.say]
 */
export async function ownSystem(profile, options = {}) {
  const {
    label = 'own',
    folder = tmpdir(),
    password = `Qj-${randomBytes(9).toString('base64url')}-7a`,
    env,
    say,
  } = options;
  if (profile === 'cluster') await stackUp();
  const dir = mkdtempSync(join(folder, `qijing-${label}-`));
  const name = `${label}_${randomBytes(3).toString('hex')}`;
  const settings = {
    QIJING_PROFILE: profile,
    QIJING_DATA_DIR: dir,
    QIJING_DEMO_PASSWORD: password,
    QIJING_LOG_LEVEL: 'warn',
    ...env,
  };
  const parts = profile === 'embedded' ? embedded(dir) : cluster(name);
  const environment = { QIJING_DATA_DIR: dir, ...parts.environment, ...settings };
  const stores = storesOf(parts);
  const dist = options.dist ?? inRoot('dist');
  return {
    ...parts,
    profile,
    dir,
    dist,
    password,
    environment,
    /** How the stack itself is reached, whatever the settings say. */
    direct: parts.environment,
    stores,
    /** Runs a command of the administration. */
    cli: (words, more) =>
      run(process.execPath, [join(dist, 'programs/qijing.js'), ...words], { env: environment, ...more }),
    /** Starts it: one process, or the cluster, which is told `more` (see startCluster). */
    start: (more) =>
      profile === 'embedded'
        ? startStandalone(environment)
        : startCluster({ portBase: 0, env: environment, dataDir: dir, dist: options.dist, say, ...more }),
    /** Deletes all of it; to be called when nothing of it runs any more. */
    remove: async ({ keep = false } = {}) => {
      await stores.drop();
      await stores.close();
      await parts.topics?.drop();
      await parts.topics?.close();
      if (!keep) rmSync(dir, { recursive: true, force: true });
    },
  };
}

const embedded = (dir) => ({ sqliteDir: dir, environment: {}, checker: ['--sqlite', dir] });

function cluster(name) {
  const stack = stackEnvironment();
  const prefix = `qijing_${name}_`;
  const kafka = { brokers: stack.QIJING_KAFKA_BROKERS.split(','), prefix: `qijing.${name}.` };
  return {
    mysql: { ...ownerOf(stack), prefix },
    kafka,
    topics: topicsOf(kafka),
    environment: { ...stack, QIJING_DB_PREFIX: prefix, QIJING_TOPIC_PREFIX: kafka.prefix },
    /** How the independent checker is told where to look. */
    checker: ['--db-prefix', prefix, '--topics', kafka.prefix],
  };
}
