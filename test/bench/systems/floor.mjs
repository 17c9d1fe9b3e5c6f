import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { cpuMs } from '../measure/cpu.mjs';
import { storesOf } from '../../kit/stores.mjs';
import { topicsOf } from '../../kit/topics.mjs';
import { messagesOf, servers } from './stores.mjs';

const MAIN = inRoot('test/bench/floor/main.mjs');
const PARTS = ['intake', 'routing', 'cases', 'notifications'];

/**
 * The bare chain. On the cluster profile a process per part, as the product has.
 * @param {{parts?: string[], grouped?: boolean}} options `grouped: false` commits every request by itself
 */
export async function openFloor(profile, { parts = PARTS, grouped = true } = {}) {
  const name = `floor_${randomBytes(3).toString('hex')}`;
  const dir = profile === 'embedded' ? mkdtempSync(join(tmpdir(), 'qijing-floor-')) : undefined;
  const { mysql, brokers, pids: serverPids } = dir ? { pids: [] } : servers();
  const prefix = `qijing_${name}_`;
  const stores = storesOf(dir ? { sqliteDir: dir } : { mysql: { ...mysql, prefix } });
  const topics = dir ? undefined : topicsOf({ brokers, prefix });
  const settings = { profile, grouped, mysql, brokers, dir, prefix };
  const groups = dir ? [parts] : parts.map((part) => [part]);
  const processes = [];
  for (const group of groups) processes.push(await startProcess({ ...settings, parts: group }));
  const of = (part) => processes.find((process) => process.parts.includes(part));
  const pids = processes.map(({ pid }) => pid);
  return {
    name: grouped ? 'floor' : 'floor, a transaction per request',
    profile,
    port: of('intake').port,
    live: parts.includes('notifications')
      ? { url: `http://127.0.0.1:${of('notifications').port}/api/v1/live` }
      : undefined,
    pids: Object.fromEntries(processes.map(({ parts: of, pid }) => [of.length > 1 ? 'floor' : of[0], pid])),
    release: async () => undefined,
    sample: async () => {
      const cpu = { cpuMs: cpuMs(pids), serverCpuMs: cpuMs(serverPids) };
      const stats = await Promise.all(
        processes.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/stats`)).json()),
      );
      const sum = (key) => stats.reduce((total, each) => total + each[key], 0);
      return {
        ...cpu,
        roundTrips: sum('roundTrips'),
        commits: sum('commits'),
        messages: await messagesOf(stores, topics),
      };
    },
    stop: async () => {
      for (const process of processes) await process.stop();
      await stores.drop();
      await stores.close();
      await topics?.drop();
      await topics?.close();
      if (dir) rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function startProcess(settings) {
  const port = await freePort();
  const child = fork(MAIN, [JSON.stringify({ ...settings, port })], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    exited.then((code) => Promise.reject(new Error(`the floor ended with ${code}`))),
  ]);
  return {
    parts: settings.parts,
    port,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
