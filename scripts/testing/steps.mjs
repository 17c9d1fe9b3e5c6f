import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../lib/command.mjs';
import { inRoot } from '../lib/paths.mjs';

/** No step may hang the whole run; ms. */
const LONGEST = 25 * 60_000;
const jestBin = inRoot('node_modules/jest/bin/jest.js');
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Specs of some folders, run by Jest.
 * @param {string} name shown in the progress and beside failures
 * @param {string[]} folders below the root; a folder without specs makes the step skipped
 * @param {{needs?: string[], env?: object}} options `needs`: what Provisions has, provided before the step runs
 */
export function specs(name, folders, options = {}) {
  return {
    name,
    needs: options.needs ?? [],
    missing: () => (folders.some(holdsSpecs) ? undefined : `no specs in ${folders.join(', ')}`),
    async run({ env, tick }) {
      const scratch = mkdtempSync(join(tmpdir(), 'qijing-test-'));
      const outputFile = join(scratch, 'result.json');
      try {
        const ended = await run(process.execPath, [...jestWords(folders), '--outputFile', outputFile], {
          env: { ...env, ...options.env, FORCE_COLOR: '0' },
          allowFailure: true,
          timeoutMs: LONGEST,
          onLine: (line) => /^(PASS|FAIL) /.test(line) && tick(),
        });
        return existsSync(outputFile) ? jestCounts(JSON.parse(readFileSync(outputFile, 'utf8')), ended) : failed(ended);
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    },
  };
}

function jestWords(folders) {
  const patterns = folders.map((folder) => `^${escape(inRoot(folder))}/`);
  return ['--experimental-vm-modules', '--no-warnings', jestBin, '--testPathPatterns', ...patterns, '--json'];
}

function holdsSpecs(folder) {
  if (!existsSync(inRoot(folder))) return false;
  return readdirSync(inRoot(folder), { recursive: true }).some((file) => /\.(spec|e2e-spec)\.ts$/.test(file));
}

/** A suite that could not even be loaded counts as one failed test. */
function jestCounts(result, ended) {
  const counts = {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
    failures: result.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name, message }) => `${name}\n${message}`),
  };
  return ended.code !== 0 && counts.failed === 0 ? { ...counts, ...failed(ended), passed: counts.passed } : counts;
}

const failed = ({ stdout, stderr }) => ({ passed: 0, failed: 1, skipped: 0, failures: [tail(`${stdout}\n${stderr}`)] });
const tail = (text) => text.trim().split('\n').slice(-60).join('\n');

/** An npm script of package.json that passes or fails as a whole. */
export function script(name, npmScript, options = {}) {
  return check(name, ['npm', 'run', '--silent', npmScript], options);
}

/** A command that passes or fails as a whole: one test. `files` must exist, else the step is skipped. */
export function check(name, [command, ...words], { needs = [], files = [] } = {}) {
  return {
    name,
    needs,
    missing: () => files.filter((file) => !existsSync(inRoot(file))).map((file) => `${file} is missing`)[0],
    async run({ env }) {
      const ended = await run(command, words, { env, allowFailure: true, timeoutMs: LONGEST });
      return ended.code === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : failed(ended);
    },
  };
}

/** A command of ours with `--json` that answers `{checks: [{name, outcome, faults, reason}]}`: one test per check. */
export function checks(name, file, { needs = [] } = {}) {
  return {
    name,
    needs,
    missing: () => undefined,
    async run({ env }) {
      const ended = await run(process.execPath, [inRoot(file), '--json'], {
        env,
        allowFailure: true,
        timeoutMs: LONGEST,
      });
      const results = parseChecks(ended.stdout);
      if (!results) return failed(ended);
      const count = (outcome) => results.filter((each) => each.outcome === outcome).length;
      return {
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        notes: results.filter(({ reason }) => reason).map((each) => `${each.name} skipped: ${each.reason}`),
        failures: results
          .filter(({ outcome }) => outcome === 'failed')
          .map((each) => `${each.name}\n${each.faults.join('\n')}`),
      };
    },
  };
}

function parseChecks(text) {
  try {
    return JSON.parse(text).checks;
  } catch {
    return undefined;
  }
}
