/** A unit as selection sees it. */
export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly discipline: string;
  readonly duty: 'on_duty' | 'off_duty';
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

/** What a slot of a plan asks for. */
export interface Wish {
  readonly slot: number;
  readonly discipline: string;
  readonly priority: 'P1' | 'P2' | 'P3' | 'P4';
  readonly place: {
    readonly longitude: number;
    readonly latitude: number;
    readonly district: string;
    readonly jurisdiction?: string;
  };
  /** Units that may not take it (they hold another slot of the incident, or declined it). */
  readonly excluded: ReadonlySet<string>;
}

/** A unit with its distance to the place, metres. */
export interface Candidate {
  readonly unit: UnitView;
  readonly distanceM: number;
}

/** Where selection gets its candidates from. */
export interface UnitSource {
  /** Units of the place's own jurisdiction first, then the nearest, the free ones never crowded out by busy ones. */
  candidates(wish: Wish, most: number): Candidate[];
}
