import { inRoot } from '../../../scripts/lib/paths.mjs';
import { run } from '../../../scripts/lib/command.mjs';
import { untilQuiet } from './watch.mjs';

/** Lets the system come to rest and has the independent checker, a program of its own, look at it. */
export async function verify(world, load) {
  await load.stopReports();
  const quietMs = await untilQuiet(world);
  const words = [inRoot('test/faults/checker/main.mjs'), '--json', '--client', world.log.path, ...world.checker];
  const ended = await run(process.execPath, words, {
    env: world.direct,
    allowFailure: true,
    timeoutMs: 300_000,
  });
  try {
    const result = JSON.parse(ended.stdout);
    world.say(`at rest after ${quietMs} ms; checked: ${result.violations.length} violations`);
    return result;
  } catch {
    throw new Error(`the checker failed: ${ended.stderr.slice(-2_000)}`);
  }
}
