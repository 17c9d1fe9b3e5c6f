import type { InformedFact, PlanFact, Priority, SlaProfile, SlotFact } from '#contracts';
import { seenColumn, type SeenRow } from '#messaging';
import { column, defineTable, type PublishingRow } from '#persistence';
import type { DispatchState } from '../../domain/dispatch-lifecycle.js';

/** What routing must remember of an incident to go on planning for it. */
export interface IncidentFacts {
  readonly number: string;
  readonly typeCode: string;
  readonly slaProfile: SlaProfile;
  /** How much later than it was received the report was entered; later decisions are stated earlier by as much. */
  readonly lateMs: number;
  readonly place: {
    readonly longitude: number;
    readonly latitude: number;
    readonly district: string;
    readonly jurisdiction?: string;
    /** Far outside of the centre's ground: nobody is sent before a person sends somebody, who vouches for it. */
    readonly held?: true;
    readonly zone: 'urban' | 'suburban' | 'rural';
  };
}

/** The dispatch of one incident; its id is the incident's. */
export interface DispatchRow extends PublishingRow, SeenRow {
  state: DispatchState;
  priority: Priority;
  facts: IncidentFacts;
  plan: PlanFact;
  slots: SlotFact[];
  informed: InformedFact[];
  plannedAt: Date;
}

export const dispatches = defineTable<DispatchRow>(
  'dispatch',
  {
    id: column.id(),
    state: column.text(20),
    priority: column.text(2),
    facts: column.json(),
    plan: column.json(),
    slots: column.json(),
    informed: column.json(),
    plannedAt: column.time(),
    version: column.int(),
    // Every row has it; the tables of the first release gained it later.
    published: column.int().nullable(),
    seen: seenColumn,
  },
  { primary: ['id'] },
);
