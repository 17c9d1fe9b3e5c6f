#!/usr/bin/env node
/** The entry pages in Chromium 86, the oldest browser that is promised; `--json` for machines. One check per page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../../../scripts/lib/command-line.mjs';
import { startStandalone } from '../../../scripts/lib/standalone.mjs';
import { NotInstalled, openChromium86 } from './browser.mjs';

const PASSWORD = 'Qj-oldest-browser-86';
const PATIENCE_MS = 30_000;

/** Where each kind of account lands, and how wide its screen is. */
const ENTRIES = [
  { name: 'console', account: 'operator', path: '/console/', width: 1440 },
  { name: 'unit', account: 'PS02', path: '/unit/', width: 390 },
  { name: 'portal', account: 'enterprise', path: '/portal/', width: 390 },
];

await command(
  async () => {
    const checks = await perform();
    return { ok: checks.every(({ outcome }) => outcome !== 'failed'), checks };
  },
  ({ checks }) => {
    for (const { name, outcome, faults, reason } of checks) {
      process.stdout.write(`${name.padEnd(10)} ${outcome}${reason ? `: ${reason}` : ''}\n`);
      for (const fault of faults) process.stdout.write(`  ${fault}\n`);
    }
  },
);

async function perform() {
  let browser;
  try {
    browser = await openChromium86();
  } catch (error) {
    const all = ENTRIES.map(({ name }) => name);
    if (!(error instanceof NotInstalled)) return all.map((name) => outcome(name, [error.message]));
    const strict = /^(1|true)$/i.test(process.env.CI ?? '');
    const [reason] = error.message.split('\n');
    return all.map((name) =>
      strict ? outcome(name, [error.message]) : { name, outcome: 'skipped', faults: [], reason },
    );
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-chromium-86-'));
  const system = await startStandalone({ QIJING_DATA_DIR: dataDir, QIJING_DEMO_PASSWORD: PASSWORD });
  try {
    const checks = [];
    for (const entry of ENTRIES) checks.push(outcome(entry.name, await faultsOf(browser, system.baseUrl, entry)));
    return checks;
  } finally {
    await browser.close();
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function outcome(name, faults) {
  return { name, outcome: faults.length === 0 ? 'passed' : 'failed', faults };
}

/** Signs in on the front door, and is led to a page that shows something and stops with no error. */
async function faultsOf(browser, baseUrl, { account, path, width }) {
  const context = await browser.createIncognitoBrowserContext();
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => isFault(message) && faults.push(`console: ${message.text()}`));
  try {
    await page.setViewport({ width, height: 844 });
    await page.goto(baseUrl, { timeout: PATIENCE_MS });
    await page.waitForSelector('input[type="password"]', { timeout: PATIENCE_MS });
    await page.type('input:not([type="password"])', account);
    await page.type('input[type="password"]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForFunction((wanted) => location.pathname.startsWith(wanted), { timeout: PATIENCE_MS }, path);
    await page.waitForFunction(showsItself, { timeout: PATIENCE_MS });
  } catch (error) {
    faults.push(`${error.message} at ${page.url()}`);
  } finally {
    await context.close();
  }
  return faults;
}

/** Runs in the page: there is a main part with text in it, and it is laid out. */
function showsItself() {
  const main = document.querySelector('main, [role="main"]');
  return Boolean(main && main.innerText.trim().length > 10 && main.getBoundingClientRect().height > 100);
}

/** A refused request is an answer, not a fault of the page. */
function isFault(message) {
  return message.type() === 'error' && !/Failed to load resource/.test(message.text());
}
