import { STREAMS, type ServiceName } from '#contracts';
import { readerGroup, rewindGroup, type RewoundTopic } from '#messaging';
import { AppLogger, messagingOptions } from '#platform';
import type { Outcome, Task } from '../perform.js';

/**
 * Has a service read its topics again, from an instant (`--to`) or from the oldest event there is; for a database that was
 * restored. What it knows already has no second effect.
 */
export async function rewindConsumers({ config, args, options }: Task): Promise<Outcome> {
  const service = readerNamed(args[0] ?? '');
  const { to, dryRun = false } = options as { to?: Date; dryRun?: boolean };
  if (config.profile === 'embedded') {
    const why = 'nothing to rewind: in one process all services share one file, and events are handed over inside it';
    return { ok: true, service, profile: config.profile, topics: [], lines: [why] };
  }
  const logger = new AppLogger({ service: 'cli', level: 'error' });
  const group = readerGroup(config.topicPrefix, service);
  const topics = await rewindGroup(messagingOptions(config, logger), group, { ...(to && { to }), dryRun });
  return { ok: true, service, dryRun, to: to?.toISOString() ?? null, topics, lines: topics.map(inWords(dryRun)) };
}

function readerNamed(name: string): ServiceName {
  const readers = new Set<ServiceName>(STREAMS.flatMap((stream) => stream.readers));
  const found = [...readers].find((service) => service === name);
  if (!found) throw new Error(`${name} reads no topic; these do: ${[...readers].join(', ')}`);
  return found;
}

const inWords =
  (dryRun: boolean) =>
  ({ topic, partitions, cut }: RewoundTopic): string => {
    const again = partitions.reduce((sum, one) => sum + one.again, 0);
    const what = dryRun ? 'would come again' : 'come again';
    return `${topic}  ${again} events ${what}${cut ? '; older ones are no longer kept' : ''}`;
  };
