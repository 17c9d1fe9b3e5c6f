import type { Admin } from 'kafkajs';
import type { MessagingOptions } from '../../options.js';
import type { ConsumerGroup } from '../../ports.js';
import { commitOffsets } from './commit-offsets.js';
import { kafkaClient } from './kafka-client.js';

/** One partition, and where its group reads next. */
export interface RewoundPartition {
  readonly partition: number;
  /** Where the group stood; null where it never read. */
  readonly from: string | null;
  readonly to: string;
  /** Records that come again. */
  readonly again: number;
}

/** What becomes of a topic. */
export interface RewoundTopic {
  readonly topic: string;
  readonly partitions: readonly RewoundPartition[];
  /** Records before where it begins now are gone: the broker keeps them no longer. */
  readonly cut: boolean;
}

/** Members of the service work in its group: what they read next would be overwritten under their feet. */
export class GroupAtWork extends Error {
  override readonly name = 'GroupAtWork';
}

/**
 * Has a group read its topics again, from an instant or from the oldest record there is. Nothing is skipped: a
 * group that has not come so far stays where it is. What comes again is known by the cursors in the service's database.
 * @throws GroupAtWork while the service runs
 */
export async function rewindGroup(
  options: MessagingOptions,
  { groupId, topics }: ConsumerGroup,
  { to, dryRun = false }: { to?: Date; dryRun?: boolean },
): Promise<RewoundTopic[]> {
  const kafka = kafkaClient(options);
  const admin = kafka.admin();
  await admin.connect();
  try {
    await refuseMembers(admin, groupId);
    const rewound: RewoundTopic[] = [];
    for (const topic of topics) rewound.push(await planned(admin, groupId, topic, to));
    const next = rewound.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, to: offset }) => ({ topic, partition, offset })),
    );
    if (!dryRun) await commitOffsets(kafka, groupId, next);
    return rewound;
  } finally {
    await admin.disconnect();
  }
}

/** @throws GroupAtWork when somebody reads in the group */
export async function refuseMembers(admin: Admin, groupId: string): Promise<void> {
  const { groups } = await admin.describeGroups([groupId]);
  const members = groups.reduce((sum, group) => sum + group.members.length, 0);
  if (members === 0) return;
  throw new GroupAtWork(`${members} process(es) read in the group ${groupId}: stop the service first`);
}

async function planned(admin: Admin, groupId: string, topic: string, to: Date | undefined): Promise<RewoundTopic> {
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const ends = await admin.fetchTopicOffsets(topic);
  const at = to && (await admin.fetchTopicOffsetsByTimestamp(topic, to.getTime()));
  const partitions = ends.map(({ partition, low, high }): RewoundPartition => {
    const stood = committed?.partitions.find((one) => one.partition === partition)?.offset ?? '-1';
    const wanted = at?.find((one) => one.partition === partition)?.offset ?? low;
    const now = BigInt(stood) < 0n ? BigInt(low) : BigInt(stood);
    const next = [BigInt(wanted) < 0n ? BigInt(high) : BigInt(wanted), now].reduce((a, b) => (a < b ? a : b));
    return { partition, from: BigInt(stood) < 0n ? null : stood, to: String(next), again: Number(now - next) };
  });
  const cut = partitions.some(({ partition, to: next }) => {
    const low = ends.find((one) => one.partition === partition)?.low ?? '0';
    return BigInt(low) > 0n && BigInt(next) <= BigInt(low);
  });
  return { topic, partitions, cut };
}
