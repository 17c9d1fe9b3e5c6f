import type { Type } from '@nestjs/common';
import type { NoticeRow } from '../database/tables.js';

/** A channel that reads the stored notices: what is stored is delivered, without a row or a statement of its own. */
export interface StoredChannel {
  readonly kind: 'stored';
  readonly name: string;
}

/** A channel that leaves this database. Its deliveries are queued with the notice and sent after COMMIT. */
export interface SentChannel {
  readonly kind: 'sent';
  /** Kept with every delivery (up to 40 characters); never changed. */
  readonly name: string;
  /**
   * Brings one notice out. It may be called again for the same notice (its `id` tells them apart), and it is called for the
   * notices of an incident in their order. Answers `delivered` when it has arrived, `sent` when somebody else brings it on.
   * What it throws is tried again, with longer and longer pauses; {@link Undeliverable} is not. `signal` ends an attempt
   * that takes too long.
   */
  deliver(notice: NoticeRow, signal: AbortSignal): Promise<'sent' | 'delivered'>;
}

/** A way to reach an enterprise; an injectable class. */
export type NoticeChannel = StoredChannel | SentChannel;

/** This notice can never be brought out by this channel, e.g. because nobody has a telephone number. */
export class Undeliverable extends Error {}

/** A class of {@link NoticeChannel}. */
export type ChannelClass = Type<NoticeChannel>;

/** Nest token of the ordered list of channels. */
export const NOTICE_CHANNELS = Symbol('NoticeChannels');
