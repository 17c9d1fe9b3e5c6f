import { column, defineTable, type PublishingRow } from '#persistence';
import type { FiredRule, Outcome, PlaceFact, Priority } from '#contracts';
import type { Hold } from '../../domain/incident/hold.js';
import type { IncidentHandling, IncidentStage } from '../../domain/incident/incident.js';
import type { KnownFacts } from '../../domain/triage/known-facts.js';

/** What is known of an incident beside its enterprise, and when what its type counts from was told (ISO 8601). */
export type GradedFacts = Omit<KnownFacts, 'enterprise'> & { readonly toldAt: string };

/** The thing to be handled (警情), as far as intake decides about it. */
export interface IncidentRow extends PublishingRow {
  readonly id: string;
  number: string;
  typeCode: string;
  state: IncidentStage;
  priority: Priority;
  firedRules: FiredRule[];
  restricted: boolean;
  /** Account in lower case of the only person of the enterprise who may know of it once it is restricted. */
  safeContact?: string;
  enterpriseId?: string;
  enterpriseName?: string;
  place: PlaceFact;
  /** Account of the first report. */
  filedBy: string;
  reportCount: number;
  /** Receipt times (ISO) of the newest reports, for the rule about repeated reports. */
  recentReports: string[];
  /** All that was told so far; absent from rows of earlier versions until more is told. */
  facts?: GradedFacts;
  receivedAt: Date;
  closedAt?: Date;
  outcome?: Outcome;
  /** Where its units stand, as routing told last; absent until one of them answered. */
  dispatchState?: IncidentHandling['dispatchState'];
  /** Number of the case that was opened for it. */
  caseNumber?: string;
  /** What of it waits for a call taker; absent where nothing does. */
  hold?: Hold;
  /** The enterprise on whose own word units serve it, until they are done; absent where a person decided. */
  servedFor?: string;
}

/** Incidents. */
export const incidentTable = defineTable<IncidentRow>(
  'incident',
  {
    id: column.id(),
    number: column.text(40),
    typeCode: column.text(10),
    state: column.text(20),
    priority: column.text(2),
    firedRules: column.json(),
    restricted: column.bool(),
    safeContact: column.text(80).nullable(),
    enterpriseId: column.id().nullable(),
    enterpriseName: column.text(200).nullable(),
    place: column.json(),
    filedBy: column.id(),
    reportCount: column.int(),
    recentReports: column.json(),
    receivedAt: column.time(),
    closedAt: column.time().nullable(),
    outcome: column.text(20).nullable(),
    published: column.int(),
    version: column.int(),
    facts: column.json().nullable(),
    dispatchState: column.text(20).nullable(),
    caseNumber: column.text(40).nullable(),
    hold: column.json().nullable(),
    servedFor: column.id().nullable(),
  },
  {
    primary: ['id'],
    unique: [['number']],
    index: [['receivedAt', 'id'], ['enterpriseId', 'receivedAt', 'id'], ['servedFor']],
  },
);
