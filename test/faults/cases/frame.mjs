import { sleep } from '../../../scripts/lib/command.mjs';
import { Load } from '../harness/load.mjs';
import { verify } from '../harness/verify.mjs';
import { openWorld } from '../harness/world.mjs';

/**
 * The frame of a case: a world, load before, during and after, `inflict` once per run, rest, and the checker.
 * @param {(world: object, load: Load, run: number) => Promise<{startedAt: number, healedAt: number, recovery?: number,
 *   note?: string}>} inflict
 * @param {{worldOptions?: object, before?: Function, after?: (world: object, load: Load) => Promise<string[]>}} more
 */
export async function underLoad(context, inflict, more = {}) {
  const { id, runs = 1, say } = context;
  const world = await openWorld({ ...context, ...more.worldOptions });
  world.failed = (error) => say(`client: ${error.message}`);
  const recoveries = [];
  const notes = [];
  try {
    await more.before?.(world);
    const load = new Load(world, context);
    await load.start();
    await sleep(2_000);
    for (let at = 0; at < runs; at += 1) {
      const { startedAt, healedAt, note, ...rest } = await inflict(world, load, at);
      world.log.fault(id, startedAt, healedAt);
      if ('recovery' in rest) recoveries.push(rest.recovery);
      if (note) notes.push(note);
      say(`${id} run ${at + 1}: ${'recovery' in rest ? `recovered in ${rest.recovery} ms ` : ''}${note ?? ''}`);
      await sleep(1_500);
    }
    await load.stopReports();
    notes.push(...((await more.after?.(world, load)) ?? []));
    const { violations, figures } = await verify(world, load);
    await load.stop();
    notes.push(JSON.stringify(figures), `requests repeated: ${load.desk.retries}`);
    return [{ id, runs, violations, recoveries, notes }];
  } finally {
    await world.close();
    await more.close?.();
  }
}
