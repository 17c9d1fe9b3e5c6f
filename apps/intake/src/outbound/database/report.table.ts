import { column, defineTable } from '#persistence';
import type { Channel, IncidentReported, ReporterFact } from '#contracts';

/** Who reported, as kept with the report. Personal data. */
export type StoredReporter = Omit<ReporterFact, 'accountId'>;

/** The facts of one report as they were told; never changed afterwards. */
export type ReportFacts = Pick<
  IncidentReported,
  'place' | 'occurredFrom' | 'occurredTo' | 'flags' | 'crowd' | 'injured' | 'estimatedLossFen' | 'details'
>;

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
  /** What it tells waited for a call taker, for it was one of too many; absent where it counted at once. */
  held?: boolean;
  reporter: StoredReporter;
  narrative: string;
  facts: ReportFacts;
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
    held: column.bool().nullable(),
  },
  {
    primary: ['id'],
    unique: [['receipt']],
    index: [
      ['incidentId', 'filedBy'],
      ['filedBy', 'id'],
      ['enterpriseId', 'channel', 'id'],
    ],
  },
);
