import { sleep } from '../../../scripts/lib/command.mjs';
import { kafkaUp } from '../../../scripts/stack/kafka.mjs';
import { mariadbUp } from '../../../scripts/stack/mariadb.mjs';
import { stackEnvironment } from '../../../scripts/stack/stack.mjs';
import { readState } from '../../../scripts/stack/state.mjs';
import { startCommitProxy } from '../harness/commit-proxy.mjs';
import { recoveryOf } from '../harness/watch.mjs';
import { underLoad } from './frame.mjs';

/** R3: the broker is killed and stays away; reports are taken meanwhile and dispatched once it is back. */
export const brokerDown = (context) =>
  underLoad(context, async (world, load) => {
    const startedAt = Date.now();
    const before = load.reports.length;
    process.kill(readState().kafka.pid, 'SIGKILL');
    await sleep(context.full ? 60_000 : 8_000);
    const taken = load.reports.length - before;
    await kafkaUp();
    const healedAt = Date.now();
    const recovery = await recoveryOf(world, load, 'routing', startedAt);
    return {
      startedAt,
      healedAt,
      recovery: sinceHealed(startedAt, recovery, healedAt),
      note: `${taken} reports taken without a broker`,
    };
  });

/** R5: the database is killed, then stalls; it is started again each time. */
export const databaseDown = (context) =>
  underLoad(context, async (world, load, at) => {
    const startedAt = Date.now();
    const { pid } = readState().mariadb;
    const stalls = at % 2 === 1;
    process.kill(pid, stalls ? 'SIGSTOP' : 'SIGKILL');
    await sleep(context.full ? 15_000 : 4_000);
    if (stalls) process.kill(pid, 'SIGCONT');
    else await mariadbUp();
    const healedAt = Date.now();
    const recovery = await recoveryOf(world, load, 'routing', startedAt);
    return {
      startedAt,
      healedAt,
      recovery: sinceHealed(startedAt, recovery, healedAt),
      note: stalls ? 'stalled' : 'killed',
    };
  });

/** An outage is recovered from once it is over: from its end to the first incident dispatched after it. */
const sinceHealed = (startedAt, recovery, healedAt) =>
  recovery === undefined ? undefined : Math.max(0, startedAt + recovery - healedAt);

/** R6: commits go through and their answers are lost. */
export async function commitReplyLost(context) {
  const { QIJING_DB_HOST: host, QIJING_DB_PORT: port } = stackEnvironment();
  const proxy = await startCommitProxy({ host, port: Number(port) });
  const through = { env: { QIJING_DB_HOST: '127.0.0.1', QIJING_DB_PORT: String(proxy.port) } };
  return underLoad(
    context,
    async (world, load) => {
      const startedAt = Date.now();
      const before = proxy.dropped;
      for (let burst = 0; burst < 5; burst += 1) {
        proxy.drop(context.random.between(1, 3));
        await sleep(context.random.between(200, 700));
      }
      const healedAt = Date.now();
      const recovery = await recoveryOf(world, load, 'routing', healedAt);
      return { startedAt, healedAt, recovery, note: `${proxy.dropped - before} commits without an answer` };
    },
    { worldOptions: through, close: () => proxy.close() },
  );
}
