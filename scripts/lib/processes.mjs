import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { run, sleep } from './command.mjs';

/** Starts a process that outlives this script: a session of its own, output appended to `logFile`. Returns its id. */
export function startDetached(command, args, { logFile, cwd, env }) {
  const log = openSync(logFile, 'a');
  try {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('error', () => {});
    child.unref();
    return child.pid;
  } finally {
    closeSync(log);
  }
}

/** Whether `pid` is alive and its command line contains `marker`: a process id alone may have been given to another. */
export async function isOurs(pid, marker) {
  if (!pid) return false;
  try {
    const text = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return text.includes(marker) && !isZombie(pid);
  } catch {
    if (process.platform === 'linux') return false;
    const listed = await run('ps', ['-o', 'command=', '-p', String(pid)], { allowFailure: true });
    return listed.stdout.includes(marker);
  }
}

function isZombie(pid) {
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** SIGTERM, then SIGKILL when the process is still there after `patienceMs`. Returns how it went. */
export async function stopProcess(pid, marker, patienceMs = 20_000) {
  if (!(await isOurs(pid, marker))) return 'not running';
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(100)) {
    if (!(await isOurs(pid, marker))) return 'stopped';
  }
  process.kill(pid, 'SIGKILL');
  while (await isOurs(pid, marker)) await sleep(50);
  return 'killed';
}
