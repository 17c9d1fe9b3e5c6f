import type { Discipline, DutyState, Priority } from '#contracts';

/** A unit as selection sees it. */
export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly discipline: Discipline;
  readonly duty: DutyState;
  readonly capacity: number;
  /** Assignments it holds now, those of the decision under way included. */
  readonly active: number;
  readonly longitude: number;
  readonly latitude: number;
  /** Jurisdictions whose incidents are its own; empty for units that are not territorial. */
  readonly jurisdictions: readonly string[];
  /** Administrative divisions it works in; empty means everywhere. */
  readonly districts: readonly string[];
}

/** Degrees, WGS-84. */
export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** What a slot of a plan asks for. */
export interface Wish {
  readonly slot: number;
  readonly discipline: Discipline;
  readonly priority: Priority;
  readonly place: Place & {
    readonly district: string;
    readonly jurisdiction?: string;
    /** Nobody is sent before a person vouches for the place. */
    readonly held?: true;
  };
  /** Units that may not take it (they hold another slot of the incident, or declined it). */
  readonly excluded: ReadonlySet<string>;
}

/** A unit with its distance to the place, metres. */
export interface Candidate {
  readonly unit: UnitView;
  readonly distanceM: number;
}
