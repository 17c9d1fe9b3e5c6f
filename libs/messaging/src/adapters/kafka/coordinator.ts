import { setTimeout as sleep } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';

const LOOK_MS = 200;
/** A broker that was never used makes the topic of its groups first: some seconds on a slow machine. */
const KNOWN_WITHIN_MS = 30_000;

/**
 * Waits until the broker has somebody who keeps a group. The first question makes a fresh broker create what it keeps groups
 * in, and until that is done it refuses members; who joined then would be thrown out and start again, loudly. After half
 * a minute the group is joined anyway, and the log tells why it cannot be.
 * @param quiet a client that does not log
 */
export async function coordinatorKnown(quiet: Kafka, groupId: string, stopping: () => boolean): Promise<void> {
  const admin = quiet.admin({ retry: { retries: 0 } });
  await admin.connect();
  try {
    for (const until = Date.now() + KNOWN_WITHIN_MS; Date.now() < until && !stopping(); await sleep(LOOK_MS)) {
      if (await admin.describeGroups([groupId]).catch(() => undefined)) return;
    }
  } finally {
    await admin.disconnect();
  }
}
