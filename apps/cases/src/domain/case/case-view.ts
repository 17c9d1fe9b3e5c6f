import type { CaseKind, CaseState, LedgerFigures } from '#contracts';
import type { FiledSuspect } from '../incident-file/filed-case.js';
import type { LedgerEntryView, LedgerView } from '../loss-ledger/entry-view.js';
import type { Suspect } from './suspects.js';

/** A case as it is kept. Its version guards its suspects and the whole of its ledger. */
export interface CaseRecord {
  id: string;
  incidentId: string;
  number: string;
  kind: CaseKind;
  state: CaseState;
  registeredAt: Date;
  filedAt?: Date;
  /** How often the enterprise asked to reconsider: 复议, then 复核. */
  reconsiderations?: number;
  /** When the next stop of its ledger runs out. */
  stopDueAt?: Date;
  suspects: Suspect[];
}

/** A case without its ledger. */
export class CaseAnswer {
  caseId!: string;
  incidentId!: string;
  number!: string;
  kind!: CaseKind;
  state!: CaseState;
  registeredAt!: string;
  filedAt?: string;
  suspects!: FiledSuspect[];
  /** What the next decision about it names (`If-Match`): that of the file of its incident. */
  version!: number;
}

/** A case with its ledger. */
export class CaseFileAnswer extends CaseAnswer {
  ledger!: LedgerView;
}

/** An entry that was posted, and the figures after it. */
export class LedgerEntryAnswer {
  entry!: LedgerEntryView;
  figures!: LedgerFigures;
}

/** A suspect without when it was recorded. */
export const suspectView = ({ number, state, caughtAt }: Suspect): FiledSuspect => ({
  number,
  state,
  ...(caughtAt !== undefined && { caughtAt }),
});

/** A case for those who work on it. */
export function caseView(record: CaseRecord, { version }: { readonly version: number }): CaseAnswer {
  const { id, incidentId, number, kind, state, registeredAt, filedAt, suspects } = record;
  return {
    caseId: id,
    incidentId,
    number,
    kind,
    state,
    registeredAt: registeredAt.toISOString(),
    ...(filedAt && { filedAt: filedAt.toISOString() }),
    suspects: suspects.map(suspectView),
    version,
  };
}
