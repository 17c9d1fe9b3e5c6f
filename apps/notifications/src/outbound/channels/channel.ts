import type { NoticeRow } from '../database/tables.js';

/** A way to reach an enterprise. */
export interface NoticeChannel {
  readonly name: string;
  /**
   * Takes new notices over, inside the transaction that stores them and before they are written. A channel that leaves
   * this database only notes down here what it has to send (all of them in one statement) and sends it after COMMIT.
   */
  take(notices: readonly NoticeRow[]): Promise<void>;
}

/** Nest token of the ordered list of channels. */
export const NOTICE_CHANNELS = Symbol('NoticeChannels');
