import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let ticks;
const ticksPerSecond = () => (ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })));

/** Milliseconds of processor time that processes have used, user and system; a process that is gone counts 0. */
export const cpuMs = (pids) => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond();
  } catch {
    return 0;
  }
}
