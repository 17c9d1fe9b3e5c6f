import { openEventBus, topicPlans } from '#messaging';
import { AppLogger, messagingOptions } from '#platform';
import type { Outcome, Task } from '../perform.js';

/** Creates the topics of the deployment that are missing; existing ones learn how long events are kept if nobody has said so. */
export async function createTopics({ config }: Task): Promise<Outcome> {
  const logger = new AppLogger({ service: 'cli', level: 'warn' });
  const bus = openEventBus(messagingOptions(config, logger));
  const plans = topicPlans(config.topicPrefix, config.topicRetentionDays);
  const topics = plans.map(({ name }) => name);
  const created = await bus.createTopics(plans);
  await bus.close();
  return { ok: true, topics, created, lines: [`${created.length} of ${topics.length} topics created`] };
}
