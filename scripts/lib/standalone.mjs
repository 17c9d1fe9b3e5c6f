import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';

/** Two loaded cores may take long to start it. */
const READY_MS = 90_000;

/** Starts the one-process profile on a free port; answers once it is ready and its demo is there. */
export async function startStandalone(environment) {
  const port = environment.QIJING_PORT ?? String(await freePort());
  const child = spawn(process.execPath, [inRoot('dist/programs/standalone.js')], {
    env: { ...process.env, QIJING_LOG_LEVEL: 'warn', ...environment, QIJING_PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const welcomed = new Promise((resolve) => child.stdout.once('data', resolve));
  const late = sleep(READY_MS, 'late', { ref: false });
  const outcome = await Promise.race([welcomed, exited.then(() => 'exited'), late]);
  if (outcome === 'exited' || outcome === 'late') {
    child.kill('SIGKILL');
    throw new Error(outcome === 'late' ? `not ready within ${READY_MS} ms` : 'the process ended at its start');
  }
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
