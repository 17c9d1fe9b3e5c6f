import type { ClockStep, LawClockKind } from '#contracts';

/** What has to be decided about a case by when. */
export class CaseClock {
  what!: Exclude<LawClockKind, 'opening'>;
  /** ISO. */
  dueAt!: string;
  /** Since when it runs (ISO); absent on cases of earlier versions. */
  from?: string;
  /** How often it was extended. */
  extended?: number;
}

/** The last that a clock of the law said about a file. */
export class FiledRing {
  clock!: LawClockKind;
  /** The limit that it was about (ISO). */
  dueAt!: string;
  stage!: ClockStep;
  at!: string;
}
