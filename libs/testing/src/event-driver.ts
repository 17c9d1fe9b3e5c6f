import { eventClassOf, type DomainEvent } from '#contracts';
import { toHeaders, type EventBus, type EventProducer, type EventRecord } from '#messaging';
import { newId } from '#persistence';

/** Plays the services that are not under test: publishes their events, with headers and sequences as they would have. */
export class EventDriver {
  private readonly producer: EventProducer;
  private readonly sequences = new Map<string, number>();

  private constructor(
    bus: EventBus,
    private readonly topicPrefix: string,
  ) {
    this.producer = bus.producer();
  }

  static async on(bus: EventBus, topicPrefix = 'qijing.'): Promise<EventDriver> {
    const driver = new EventDriver(bus, topicPrefix);
    await driver.producer.connect();
    return driver;
  }

  /** The next event about a subject from the service that publishes such events; `sequence` makes a gap or a repeat. */
  record(subject: string, event: DomainEvent, sequence?: number): EventRecord {
    const { type, stream, source } = eventClassOf(event);
    const key = `${source}|${subject}`;
    const next = sequence ?? (this.sequences.get(key) ?? 0) + 1;
    this.sequences.set(key, Math.max(next, this.sequences.get(key) ?? 0));
    const envelope = { id: newId(), source, type, time: new Date().toISOString(), subject, sequence: next };
    return {
      topic: `${this.topicPrefix}${stream.name}`,
      key: subject,
      value: JSON.stringify(event),
      headers: toHeaders(envelope),
    };
  }

  /** Publishes the next event about a subject; answers the record that was sent. */
  async publish(subject: string, event: DomainEvent, sequence?: number): Promise<EventRecord> {
    const record = this.record(subject, event, sequence);
    await this.send([record]);
    return record;
  }

  /** Sends records as they are. */
  send(records: readonly EventRecord[]): Promise<void> {
    return this.producer.sendBatch(records);
  }

  async close(): Promise<void> {
    await this.producer.disconnect();
  }
}
