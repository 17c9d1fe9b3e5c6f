import { STREAMS } from '#contracts';
import { readerGroup, type EventBus } from '#messaging';

/**
 * Plays the readers of the services that are not under test: in one process nothing counts as sent without them. On a broker
 * they need not be there.
 */
export async function playOtherReaders(bus: EventBus, topicPrefix: string, underTest: string): Promise<void> {
  if (bus.kind !== 'in-process') return;
  const others = new Set(STREAMS.flatMap(({ readers }) => readers).filter((service) => service !== underTest));
  for (const service of others) {
    await bus.consumer(readerGroup(topicPrefix, service)).run(async (batch) => {
      const last = batch.records.at(-1);
      if (last) await batch.done(last);
    });
  }
}
