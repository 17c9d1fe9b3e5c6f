import { column, defineTable, type PublishingRow } from '#persistence';
import type {
  Channel,
  FiredRule,
  IncidentReported,
  Outcome,
  PlaceFact,
  Priority,
  ReporterFact,
  Zone,
} from '#contracts';
import type { KnownFacts } from '../../domain/triage/known-facts.js';
import type { IncidentHandling, IncidentStage } from '../../domain/incident/incident.js';

/** Who reported, as kept with the report. Personal data. */
export type StoredReporter = Omit<ReporterFact, 'accountId'>;

/** The facts of one report as they were told; never changed afterwards. */
export type ReportFacts = Pick<
  IncidentReported,
  'place' | 'occurredFrom' | 'occurredTo' | 'flags' | 'crowd' | 'injured' | 'estimatedLossFen' | 'details'
>;

/** What is known of an incident beside its enterprise, and when what its type counts from was told (ISO 8601). */
export type GradedFacts = Omit<KnownFacts, 'enterprise'> & { readonly toldAt: string };

/** One contact through one channel (接报); immutable. */
export interface ReportRow {
  id: string;
  incidentId: string;
  /** `HZ…`, what the reporter gets in hand. */
  receipt: string;
  typeCode: string;
  channel: Channel;
  receivedAt: Date;
  recordedAt: Date;
  /** Account that sent the report; it may read the report later. */
  filedBy: string;
  enterpriseId?: string;
  reporter: StoredReporter;
  narrative: string;
  facts: ReportFacts;
}

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
}

/** A person of an enterprise who may be called. Personal data. */
export interface StoredContact {
  name: string;
  phone: string;
  role?: string;
}

/** WGS-84 degrees. */
export interface StoredPosition {
  longitude: number;
  latitude: number;
}

/** Directory entry of an enterprise. */
export interface EnterpriseRow {
  id: string;
  name: string;
  uscc?: string;
  /** Why a code with a wrong check digit was accepted. */
  usccOverride?: string;
  tags: string[];
  address?: string;
  /** Where the address is. */
  position?: StoredPosition;
  contacts: StoredContact[];
  /** Liaison officer (警企联络员), by name of the account. */
  liaison?: string;
  changedAt: Date;
  /** Position in the order of directory changes; caches of other processes catch up by it. */
  revision: number;
  version: number;
}

/** A police jurisdiction: its code, division and outline. */
export interface JurisdictionRow {
  code: string;
  name: string;
  /** Six digits (GB/T 2260). */
  district: string;
  zone: Zone;
  /** Closed ring of `[longitude, latitude]`. */
  outline: [number, number][];
  revision: number;
}

/** A counter by name: serial numbers per prefix and day, and revisions of the directories. */
export interface SequenceRow {
  name: string;
  value: number;
}

/** Reports; immutable. */
export const reportTable = defineTable<ReportRow>(
  'report',
  {
    id: column.id(),
    incidentId: column.id(),
    receipt: column.text(40),
    typeCode: column.text(10),
    channel: column.text(20),
    receivedAt: column.time(),
    recordedAt: column.time(),
    filedBy: column.id(),
    enterpriseId: column.id().nullable(),
    reporter: column.json(),
    narrative: column.long(),
    facts: column.json(),
  },
  {
    primary: ['id'],
    unique: [['receipt']],
    index: [
      ['incidentId', 'filedBy'],
      ['filedBy', 'id'],
    ],
  },
);

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
  },
  {
    primary: ['id'],
    unique: [['number']],
    index: [
      ['receivedAt', 'id'],
      ['enterpriseId', 'receivedAt', 'id'],
    ],
  },
);

/** The enterprise directory. */
export const enterpriseTable = defineTable<EnterpriseRow>(
  'enterprise',
  {
    id: column.id(),
    name: column.text(200),
    uscc: column.text(18).nullable(),
    usccOverride: column.text(200).nullable(),
    tags: column.json(),
    address: column.text(300).nullable(),
    position: column.json().nullable(),
    contacts: column.json(),
    liaison: column.text(64).nullable(),
    changedAt: column.time(),
    revision: column.bigint(),
    version: column.int(),
  },
  { primary: ['id'], unique: [['uscc']], index: [['revision']] },
);

/** The jurisdiction map. */
export const jurisdictionTable = defineTable<JurisdictionRow>(
  'jurisdiction',
  {
    code: column.id(),
    name: column.text(100),
    district: column.text(6),
    zone: column.text(10),
    outline: column.json(),
    revision: column.bigint(),
  },
  { primary: ['code'], index: [['revision']] },
);

/** Counters. */
export const sequenceTable = defineTable<SequenceRow>(
  'number_sequence',
  { name: column.id(), value: column.bigint() },
  { primary: ['name'] },
);
