import kafkajs, { type EachBatchPayload } from 'kafkajs';
import type { MessagingLog } from '../../options.js';
import type { ConsumedBatch, ConsumedRecord } from '../../ports.js';

const { KafkaJSError } = kafkajs;

export const HEARTBEAT_MS = 1000;
/** A batch that takes longer than this no longer keeps the member in its group. */
const LONGEST_BATCH_MS = 30_000;
/** Answers of the broker after which what a member has in hand is another one's. */
const LOST_PLACE: ReadonlySet<string> = new Set(['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'REBALANCE_IN_PROGRESS']);

export type OnBatch = (batch: ConsumedBatch) => Promise<void>;

/** The place of a member in its group, as long as it has one. */
export class Place {
  /** The broker has said that this member's partitions are not its own any more. */
  outdated = false;
  stopping = false;

  /** kafkajs joins the group again only when all batches in hand are finished: those of an outdated member are let go. */
  failedWithBroker(error: unknown): never {
    this.outdated ||= LOST_PLACE.has(String((error as { type?: unknown }).type));
    throw error;
  }
}

/**
 * Hands a batch on. Nothing but errors of its own kind, marked as passing, may reach kafkajs: others stop its consumer for
 * good.
 */
export async function handBatch(
  payload: EachBatchPayload,
  onBatch: OnBatch,
  place: Place,
  log: MessagingLog,
): Promise<void> {
  const abandoned = () => place.stopping || place.outdated || !payload.isRunning() || payload.isStale();
  const heartbeat = () => payload.heartbeat().catch((error: unknown) => place.failedWithBroker(error));
  const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
  const enough = setTimeout(() => clearInterval(beat), LONGEST_BATCH_MS);
  try {
    await onBatch({
      records: recordsOf(payload.batch),
      done: async (record) => {
        payload.resolveOffset(record.offset);
        await heartbeat();
        await payload.commitOffsetsIfNecessary().catch((error: unknown) => place.failedWithBroker(error));
      },
      heartbeat,
      abandoned,
    });
  } catch (error) {
    if (place.stopping) return;
    if (error instanceof KafkaJSError) throw error;
    if (abandoned()) return;
    log.error('a batch could not be handled, it comes again', { error: String(error) });
    throw new KafkaJSError(error as Error, { retriable: true });
  } finally {
    clearInterval(beat);
    clearTimeout(enough);
  }
}

/** The records of a batch as they lie on their topic. */
export const recordsOf = (batch: EachBatchPayload['batch']): ConsumedRecord[] =>
  batch.messages.map(({ offset, key, value, headers }) => ({
    topic: batch.topic,
    partition: batch.partition,
    offset,
    key: key?.toString() ?? '',
    value: value?.toString() ?? null,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)])),
  }));
