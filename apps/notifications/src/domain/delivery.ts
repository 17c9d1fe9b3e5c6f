import { HOUR, MINUTE, SECOND } from '#domain-kit';

/** Where a notice stands on its way through one channel. */
export const DELIVERY_STATES = ['queued', 'sent', 'delivered', 'failed'] as const;
/**
 * `queued`: to be sent, or sent again; `sent`: handed over to somebody who brings it on; `delivered`: it has arrived;
 * `failed`: given up, with the reason.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Attempts after which a channel gives a notice up; with the pauses below that is 7 hours. */
export const MOST_ATTEMPTS = 14;
const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 2 * HOUR;

/** One attempt may take so long; then it counts as failed. */
export const ATTEMPT_MS = 30 * SECOND;
/** Whoever claims a delivery has it for himself so long; a process that died meanwhile loses it again. */
export const CLAIM_MS = 2 * MINUTE;

/** Milliseconds to wait after so many failed attempts: doubled each time. */
export const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
