import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../lib/command.mjs';
import { say } from '../lib/command-line.mjs';
import { inRoot } from '../lib/paths.mjs';

/**
 * Everything the private stack of this checkout keeps: data, logs, sockets and stack.json. Git ignores it. Fault runs
 * break a stack of their own, in the folder that QIJING_STACK_DIR names.
 */
export const stackDir = process.env.QIJING_STACK_DIR ? inRoot(process.env.QIJING_STACK_DIR) : inRoot('.stack');
export const inStack = (...parts) => join(stackDir, ...parts);

/** A short name of this checkout, for what lives outside it (Compose project, socket of a deep path). */
export const checkoutId = createHash('sha256').update(stackDir).digest('hex').slice(0, 10);

const file = inStack('stack.json');

/** What was started: `{mode, mariadb?: {pid, port, …}, kafka?: {pid, port, …}}`, or an empty object. */
export function readState() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Writes the state whole or not at all; readable by the owner only, for it holds the generated password. */
export function writeState(state) {
  mkdirSync(stackDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function patchState(patch) {
  writeState({ ...readState(), ...patch });
}

/** Runs `work` while no other script of this checkout starts or stops the stack. A dead holder's lock is taken over. */
export async function exclusively(work) {
  mkdirSync(stackDir, { recursive: true });
  const lock = inStack('lock');
  for (let told = false; !tryLock(lock); await sleep(300)) {
    if (!told) say('another script is starting or stopping this stack; waiting for it');
    told = true;
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (holderIsGone(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function holderIsGone(lock) {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 5_000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
