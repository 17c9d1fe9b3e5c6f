import kafkajs from 'kafkajs';

/** The topics of a system from outside, by their prefix. */
export function topicsOf({ brokers, prefix }) {
  const admin = new kafkajs.Kafka({ clientId: 'kit', brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  let connecting;
  const connected = () => (connecting ??= admin.connect());
  const own = async () => {
    await connected();
    return (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  };
  return {
    /** Records that were ever put there. */
    records: async () => {
      let total = 0;
      for (const topic of await own())
        for (const { high } of await admin.fetchTopicOffsets(topic)) total += Number(high);
      return total;
    },
    /** Deletes them, and the groups that read them. */
    drop: async () => {
      const topics = await own();
      if (topics.length > 0) await admin.deleteTopics({ topics });
      const { groups } = await admin.listGroups();
      const read = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(prefix));
      if (read.length > 0) await admin.deleteGroups(read);
    },
    close: async () => connecting && (await admin.disconnect()),
  };
}
