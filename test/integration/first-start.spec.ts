import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { INCIDENTS } from '#contracts';
import { KafkaBus, topicPlans } from '#messaging';
import { eventually, messagingOptions, RememberedLog } from '#testing';

const root = resolve(import.meta.dirname, '../..');
const LONG_MS = 150_000;

/** Starts or stops a broker of its own in a folder; answers what the script printed. */
function broker(folder: string, act: 'kafkaUp' | 'kafkaDown'): Promise<string> {
  const script = `import { ${act} } from './scripts/stack/kafka.mjs'; const { port } = await ${act}(); console.log(port)`;
  const env = { ...process.env, QIJING_STACK_DIR: folder };
  return new Promise((done, failed) =>
    execFile(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env }, (error, stdout, stderr) =>
      error ? failed(new Error(stderr)) : done(stdout.trim()),
    ),
  );
}

describe('the first start on a broker that nobody has used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qijing-fresh-'));
  let port: string;
  beforeAll(async () => {
    const jars = join(root, '.stack/kafka/lib');
    mkdirSync(join(folder, 'kafka'));
    if (existsSync(jars)) symlinkSync(jars, join(folder, 'kafka/lib'));
    port = await broker(folder, 'kafkaUp');
  }, LONG_MS);
  afterAll(async () => {
    await broker(folder, 'kafkaDown');
    rmSync(folder, { recursive: true, force: true });
  }, LONG_MS);

  it(
    'joins every group without a warning and without starting again',
    async () => {
      const log = new RememberedLog();
      const options = messagingOptions({ profile: 'cluster', brokers: [`127.0.0.1:${port}`], log });
      const bus = new KafkaBus(options);
      await bus.createTopics(topicPlans(options.topicPrefix));
      const consumers = ['intake', 'routing', 'cases', 'notifications'].map((service) =>
        bus.consumer({ groupId: `qijing.${service}`, topics: [`qijing.${INCIDENTS.name}`] }),
      );
      await Promise.all(consumers.map((consumer) => consumer.run(() => Promise.resolve())));
      await eventually(() => expect(consumers.map((one) => one.healthy())).toEqual([true, true, true, true]), {
        withinMs: 30_000,
      });
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
    },
    LONG_MS,
  );
});
