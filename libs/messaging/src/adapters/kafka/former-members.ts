import kafkajs, { type Cluster, type Consumer, type PartitionAssigner } from 'kafkajs';
import type { MessagingLog } from '../../options.js';

/** What the types of kafkajs leave out of a broker. */
interface Coordinator {
  leaveGroup(request: { groupId: string; memberId: string }): Promise<unknown>;
}

/**
 * The member that a killed process left behind in a group. Until its session ends the broker waits for it, and nobody gets
 * its partitions; a process that comes back under the same name takes it out instead. Kafka's own way to this, static
 * membership (KIP-345), is not in kafkajs. Should the other one live after all, it learns of it at its next heartbeat and
 * joins again; the cursors guard what both handle meanwhile.
 */
export class FormerMembers {
  private cluster: Cluster | undefined;
  private gone = false;

  /** Assigns as kafkajs does; assigners are the ones to whom kafkajs shows its cluster. */
  readonly assigner: PartitionAssigner = (config) => {
    this.cluster = config.cluster;
    return kafkajs.PartitionAssigners.roundRobin(config);
  };

  /** @param name what processes call themselves (Kafka's `client.id`); the same before and after a restart */
  constructor(
    private readonly groupId: string,
    private readonly name: string,
  ) {}

  /**
   * Takes them out, once. The consumer must be connected and not in the group yet. Saves the wait for a dead member's
   * session; what goes wrong with it costs only that wait.
   */
  async remove(consumer: Consumer, log: MessagingLog): Promise<void> {
    try {
      const removed = await this.takeOut(consumer);
      if (removed > 0) log.info('took a killed predecessor out of its group', { removed });
    } catch (error) {
      log.warn('a predecessor may still be in the group', { error: String(error) });
    }
  }

  /** Answers how many there were. */
  private async takeOut(consumer: Consumer): Promise<number> {
    if (this.gone || !this.cluster) return 0;
    const { members } = await consumer.describeGroup();
    const former = members.filter(({ clientId }) => clientId === this.name);
    if (former.length > 0) {
      const { groupId } = this;
      const coordinator = (await this.cluster.findGroupCoordinator({ groupId })) as unknown as Coordinator;
      for (const { memberId } of former) await coordinator.leaveGroup({ groupId, memberId });
    }
    this.gone = true;
    return former.length;
  }
}
