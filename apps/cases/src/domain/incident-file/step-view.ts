import type { BilingualText } from '#contracts';

/** Names of the six steps, in order. */
export const STEP_NAMES = ['received', 'dispatched', 'on_scene', 'investigating', 'solved', 'returned'] as const;

/** `done`: reached; `ahead`: may still come; `skipped`: does not apply to this incident. */
export const STEP_STATES = ['done', 'ahead', 'skipped'] as const;

/** One of the six steps that an enterprise follows, like a parcel. */
export class FileStepView {
  step!: (typeof STEP_NAMES)[number];
  /** `done`: reached; `ahead`: may still come; `skipped`: does not apply to this incident. */
  state!: (typeof STEP_STATES)[number];
  /** When it was reached (ISO); for `done` only. */
  at?: string;
  title!: BilingualText;
  /** What was done, what is to be expected, or why the step does not apply: one plain sentence. */
  text!: BilingualText;
}
