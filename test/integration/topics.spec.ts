import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs, { type Admin } from 'kafkajs';
import { KafkaBus, topicPlans } from '#messaging';
import { deleteTestTopics, eventually, messagingOptions, needed } from '#testing';

const { ConfigResourceTypes, Kafka, logLevel } = kafkajs;
const DAY_MS = 86_400_000;

describe('topics on Kafka', () => {
  const brokers = needed('QIJING_KAFKA_BROKERS').split(',');
  const prefix = `r${process.pid}${Math.random().toString(36).slice(2, 7)}.`;
  const bus = new KafkaBus(messagingOptions({ profile: 'cluster', brokers, topicPrefix: prefix }));
  let admin: Admin;
  beforeEach(async () => {
    admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
  });
  afterEach(async () => {
    await admin.disconnect();
    await deleteTestTopics(brokers, prefix);
  });

  async function settings(topic: string): Promise<Record<string, string>> {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: `${prefix}${topic}` }],
    });
    const entries = resources[0]?.configEntries ?? [];
    return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
  }

  it('keep events as long as they are told, and dead letters for ever', async () => {
    await bus.createTopics(topicPlans(prefix, 14));
    expect(await settings('incidents.v1')).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': String(14 * DAY_MS),
      'min.insync.replicas': '1',
    });
    expect(await settings('incidents.v1.dlq')).toMatchObject({ 'retention.ms': '-1' });
    expect(await settings('accounts.v1')).toMatchObject({ 'cleanup.policy': 'compact' });
    expect(topicPlans(prefix, 0).map(({ retentionMs }) => retentionMs)).toEqual(Array.from({ length: 8 }, () => -1));
  }, 60_000);

  it('that were made before learn it, unless somebody has set it', async () => {
    const [incidents, letters] = [`${prefix}incidents.v1`, `${prefix}incidents.v1.dlq`];
    await admin.createTopics({
      topics: [
        { topic: incidents, numPartitions: 1, configEntries: [{ name: 'max.message.bytes', value: '2000000' }] },
        { topic: letters, numPartitions: 1, configEntries: [{ name: 'retention.ms', value: '3600000' }] },
      ],
    });
    await eventually(async () => {
      await bus.createTopics(topicPlans(prefix, 30));
      expect(await settings('incidents.v1')).toMatchObject({
        'retention.ms': String(30 * DAY_MS),
        'max.message.bytes': '2000000',
      });
    });
    expect(await settings('incidents.v1.dlq')).toMatchObject({ 'retention.ms': '3600000' });
  }, 60_000);
});
