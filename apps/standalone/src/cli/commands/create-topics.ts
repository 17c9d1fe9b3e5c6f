import { openEventBus, topicPlans } from '#messaging';
import { AppLogger, messagingOptions } from '#platform';
import type { Outcome, Task } from '../perform.js';

/** Creates the topics of the deployment that are missing; existing ones stay as they are. */
export async function createTopics({ config }: Task): Promise<Outcome> {
  const logger = new AppLogger({ service: 'cli', level: 'warn' });
  const bus = openEventBus(messagingOptions(config, logger));
  const topics = topicPlans(config.topicPrefix).map(({ name }) => name);
  const created = await bus.createTopics(topicPlans(config.topicPrefix));
  await bus.close();
  return { ok: true, topics, created, lines: [`${created.length} of ${topics.length} topics created`] };
}
