import type { Discipline, DutyState } from '#contracts';
import type { UnitView } from './unit-view.js';

/** What is known of a unit beside the places that are taken. */
export type UnitFacts = Omit<UnitView, 'active'>;

/** A unit with the numbers of the places that its assignments take: 1 to its capacity. Rules see it as it stands now. */
export class IndexedUnit implements UnitView {
  readonly id: string;
  readonly name: string;
  readonly discipline: Discipline;
  readonly duty: DutyState;
  readonly capacity: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly jurisdictions: readonly string[];
  readonly districts: readonly string[];

  constructor(
    facts: UnitFacts,
    public slots: readonly number[],
  ) {
    this.id = facts.id;
    this.name = facts.name;
    this.discipline = facts.discipline;
    this.duty = facts.duty;
    this.capacity = facts.capacity;
    this.longitude = facts.longitude;
    this.latitude = facts.latitude;
    this.jurisdictions = facts.jurisdictions;
    this.districts = facts.districts;
  }

  get active(): number {
    return this.slots.length;
  }
}
