/** Loaded into a process that is to be profiled: writes `<program>-<pid>-<thread>.cpuprofile` when the process ends. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { basename, join } from 'node:path';
import { threadId } from 'node:worker_threads';

const folder = process.env.QIJING_BENCH_CPU_PROF;
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 500 });
session.post('Profiler.start');
process.once('exit', () => {
  session.post('Profiler.stop', (error, { profile } = {}) => {
    const name = `${basename(process.argv[1] ?? 'node', '.js')}-${process.pid}-${threadId}.cpuprofile`;
    if (profile) writeFileSync(join(folder, name), JSON.stringify(profile));
  });
});
