import type { DeclineReason } from '#contracts';

/** Why a unit cannot take an assignment. */
export interface Decline {
  readonly reason: DeclineReason;
  readonly note?: string;
}

/** The release that a unit asked for; `version` counts how often it was asked for and decided. */
export interface Release extends Decline {
  /** Absent where nothing has happened since before these were counted. */
  readonly version?: number;
}

/**
 * The version that a decision about a release names (`If-Match`). It rests on less than the dispatch: whoever else was sent
 * or how far they are leaves it alone.
 */
export const decisionOf = (release: Release | undefined): { readonly version: number } => ({
  version: release ? (release.version ?? 1) : 0,
});

/** The version after it was asked for or decided once more. */
export const decidedAgain = (release: Release | undefined): number => decisionOf(release).version + 1;
