import { spawn } from 'node:child_process';
import { ensureFreshlyBuilt, ensureWebFreshlyBuilt } from '../lib/build.mjs';
import { say } from '../lib/command-line.mjs';
import { inRoot } from '../lib/paths.mjs';
import { ensureChromium } from './chromium.mjs';

/**
 * Runs one spec that needs the built product and a browser, with its output on this terminal.
 * @param {string} file below the root
 * @param {object} env added to the environment of this process
 * @throws Error when it fails
 */
export async function runBrowserSpec(file, env = {}) {
  await ensureFreshlyBuilt(say);
  await ensureWebFreshlyBuilt(say);
  const chromium = await ensureChromium();
  const words = ['--experimental-vm-modules', '--no-warnings', inRoot('node_modules/jest/bin/jest.js')];
  const child = spawn(process.execPath, [...words, '--runInBand', '--runTestsByPath', inRoot(file)], {
    env: { ...process.env, QIJING_CHROMIUM: chromium, QIJING_TEST_PROFILE: 'embedded', ...env },
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${file} failed`);
}
