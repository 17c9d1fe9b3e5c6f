import { EVENTS, type Stream } from '#contracts';
import { ChainMember, type ChainMemberParts } from './adapters/in-process/chain-member.js';
import type { EventChain } from './adapters/in-process/event-chain.js';
import { toEnvelope, type Envelope } from './codec.js';
import { ChunkCommitter } from './inbox/committer.js';
import type { InboxOptions } from './inbox/inbox.js';
import type { Consumption, MessagingOptions } from './options.js';
import { groupOf } from './group-of.js';
import type { EventBus } from './ports.js';

/** How events come to a service. */
export interface WayIn {
  open(): Promise<void>;
  /** Ends after what is in hand. */
  close(): Promise<void>;
  /** Whether events come right now, as far as this process can tell. */
  healthy(): boolean;
}

/** Who hears of events as they come in, by type. */
export type Watchers = ReadonlyMap<string, ((subject: string, at: Date) => void)[]>;

const tell = (watchers: Watchers, { type, subject, time }: Envelope): void =>
  watchers.get(type)?.forEach((watcher) => watcher(subject, new Date(time)));

type Parts = Omit<ChainMemberParts, 'chain'>;

/** In a process with all services over one file: inside the transactions of those who publish. */
export function chainWay(chain: EventChain, service: string, parts: Parts, watchers: Watchers): WayIn {
  chain.expect(service);
  let joined = false;
  const member = new ChainMember(service, { ...parts, chain }, (events) => {
    for (const { envelope } of events) tell(watchers, envelope);
  });
  return {
    open: async () => {
      await member.prepare();
      joined = true;
      await chain.join(member, (error) =>
        parts.log.warn('events that waited could not be taken', { error: String(error) }),
      );
    },
    close: async () => {
      joined = false;
      await chain.leave(member);
    },
    healthy: () => joined,
  };
}

/** Off the topics of a broker, as a member of the service's group. */
export function topicWay(
  bus: EventBus,
  options: MessagingOptions,
  { service, reads, lingerMs = 0 }: Consumption,
  { inbox, sweeper, log }: Parts,
  watchers: Watchers,
): WayIn {
  const consumer = bus.consumer({
    groupId: groupOf(options.topicPrefix, service),
    topics: reads.map(({ stream }) => `${options.topicPrefix}${stream.name}`),
  });
  const committer = new ChunkCommitter(inbox, sweeper, log, bus.kind === 'kafka' ? lingerMs : 0);
  return {
    open: () =>
      consumer.run((batch) => {
        for (const record of batch.records) {
          const envelope = watchers.has(record.headers['ce_type'] ?? '') ? toEnvelope(record) : undefined;
          if (envelope) tell(watchers, envelope);
        }
        return committer.take(batch);
      }),
    close: () => consumer.stop(),
    healthy: () => consumer.healthy(),
  };
}

/** What a service's inbox must know of the streams it reads. */
export function inboxOptions(
  { service, reads, seenIn }: Consumption,
  options: MessagingOptions,
  handlerOf: InboxOptions['handlerOf'],
  implied: boolean,
): InboxOptions {
  const complete = new Map<string, boolean>();
  const topic = ({ name }: Stream) => `${options.topicPrefix}${name}`;
  return {
    consumer: service,
    seenIn,
    implied,
    sources: new Map(reads.map(({ stream, sources }) => [topic(stream), new Set(sources)])),
    compacted: new Set(reads.filter(({ stream }) => stream.compacted).map(({ stream }) => topic(stream))),
    trace: options.trace,
    handlerOf,
    handlesAll: (name, source) => {
      const key = `${name} ${source}`;
      const known = complete.get(key) ?? typesOf(options, name, source).every((type) => handlerOf(type));
      complete.set(key, known);
      return known;
    },
  };
}

/** The types of events that a source publishes on a topic. */
const typesOf = (options: MessagingOptions, topic: string, source: string): string[] =>
  [...EVENTS.values()]
    .filter((event) => event.source === source && `${options.topicPrefix}${event.stream.name}` === topic)
    .map(({ type }) => type);
