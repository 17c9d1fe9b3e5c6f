#!/usr/bin/env node
/** `record-history.mjs FOLDER DEFECT`: lets a build with that defect live through load and deaths; its data stay in FOLDER. */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../../../scripts/lib/command.mjs';
import { copyBuild } from '../harness/build.mjs';
import { Load } from '../harness/load.mjs';
import { randomOf } from '../harness/random.mjs';
import { untilQuiet } from '../harness/watch.mjs';
import { openWorld } from '../harness/world.mjs';
import { DEFECTS } from './defects.mjs';

const [folder, defect] = process.argv.slice(2);
const { changes, kills } = DEFECTS[defect];
mkdirSync(folder, { recursive: true });
const say = (text) => process.stderr.write(`${text}\n`);
const dist = await copyBuild(join(folder, 'build'), changes);
const env = { QIJING_TOPIC_FILE: join(folder, 'topic.jsonl'), QIJING_LOG_LEVEL: 'error' };
const world = await openWorld({ profile: 'embedded', folder, dist, env, say });
const { standalone } = world.processes;
const load = new Load(world, { random: randomOf(4), perSecond: 6 });
await load.start();
await sleep(1_500);
const now = join(folder, 'now');
for (const step of kills) {
  standalone.env.QIJING_FAILPOINT = `${step}:${now}`;
  standalone.kill();
  await standalone.untilReady();
  delete standalone.env.QIJING_FAILPOINT;
  const death = standalone.death(30_000);
  writeFileSync(now, '');
  const killedAt = await death;
  // Without its death the defect leaves nothing behind, and the checker would be blamed for seeing nothing.
  if (killedAt === undefined) throw new Error(`${defect}: nobody passed ${step}`);
  rmSync(now);
  await standalone.untilReady();
  world.log.fault(step, killedAt, Date.now());
}
await sleep(1_500);
await load.stopReports();
await untilQuiet(world, { patienceMs: 20_000 });
load.acting = false;
await standalone.stop();
await world.stores.close();
rmSync(join(folder, 'build'), { recursive: true });
for (const name of readdirSync(world.dir)) renameSync(join(world.dir, name), join(folder, name));
process.exit(0);
