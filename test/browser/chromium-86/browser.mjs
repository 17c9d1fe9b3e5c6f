import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { run } from '../../../scripts/lib/command.mjs';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');
const require = createRequire(import.meta.url);

/**
 * Starts Chromium 86, the oldest browser that is promised. The packages are installed when they are first needed.
 * @returns {Promise<import('puppeteer-core').Browser>}
 * @throws NotInstalled when the registry does not answer
 */
export async function openChromium86() {
  await installed();
  return require('puppeteer-core').launch({
    executablePath: await unpacked(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
}

/** The packages are not there and could not be fetched. */
export class NotInstalled extends Error {}

async function installed() {
  if (existsSync(join(modules, 'chrome-aws-lambda')) && existsSync(join(modules, 'puppeteer-core'))) return;
  const words = ['ci', '--prefix', here, '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const ended = await run('npm', words, { allowFailure: true, timeoutMs: 180_000 });
  if (ended.code !== 0) throw new NotInstalled(`npm ${words[0]} of Chromium 86 failed\n${ended.stderr.trim()}`);
}

/** The package carries the browser compressed, for a size limit that is not ours: unpacked once. */
async function unpacked() {
  const program = join(modules, '.unpacked', 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(join(modules, '.unpacked'), { recursive: true });
  const part = `${program}.${process.pid}`;
  const packed = join(dirname(require.resolve('chrome-aws-lambda/package.json')), 'bin/chromium.br');
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  renameSync(part, program);
  return program;
}
