import type { ClockKind } from '#contracts';
import { acknowledge } from './acknowledge.js';
import type { Clock } from './clock.js';

/** One clock per word of the vocabulary; of two that ring at once the earlier one speaks first. Adding a clock: one file, one line here. */
export const CLOCKS: Readonly<Record<ClockKind, Clock>> = {
  acknowledge,
};
