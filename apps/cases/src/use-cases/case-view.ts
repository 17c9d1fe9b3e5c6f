import type { CaseRow, SuspectDoc } from '../outbound/database/cases.schema.js';

/** A suspect as callers see it. */
export interface SuspectView {
  number: number;
  state: string;
  caughtAt?: string;
}

/** A case as callers see it. */
export interface CaseSummary {
  caseId: string;
  incidentId: string;
  number: string;
  kind: string;
  state: string;
  registeredAt: string;
  filedAt?: string;
  suspects: SuspectView[];
}

/** A suspect without when it was recorded. */
export const suspectView = ({ number, state, caughtAt }: SuspectDoc): SuspectView => ({
  number,
  state,
  ...(caughtAt !== undefined && { caughtAt }),
});

/** A case without its ledger. */
export function caseSummary({
  id,
  incidentId,
  number,
  kind,
  state,
  registeredAt,
  filedAt,
  suspects,
}: CaseRow): CaseSummary {
  return {
    caseId: id,
    incidentId,
    number,
    kind,
    state,
    registeredAt: registeredAt.toISOString(),
    ...(filedAt && { filedAt: filedAt.toISOString() }),
    suspects: suspects.map(suspectView),
  };
}
