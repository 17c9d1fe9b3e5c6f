import { SYSTEM } from '../system-actor.js';
import type { PostedEntry } from './entry-view.js';

/** What the first entry of a ledger is made from. */
interface ReportedLoss {
  readonly entryId: string;
  /** Number of the incident. */
  readonly number: string;
  /** Integer fen. */
  readonly amountFen: number;
  readonly reportedAt: Date;
  readonly recordedAt: Date;
}

/** The entry that begins a ledger: what the reporter thinks is lost. */
export const reportedLoss = ({ entryId, number, amountFen, reportedAt, recordedAt }: ReportedLoss): PostedEntry => ({
  id: entryId,
  line: 1,
  kind: 'LOSS_REPORTED',
  amountFen,
  note: number,
  occurredAt: reportedAt,
  recordedAt,
  by: SYSTEM,
});
