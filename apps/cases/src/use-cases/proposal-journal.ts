import { Injectable } from '@nestjs/common';
import { CaseProposalMoved } from '#contracts';
import { proposalView, type ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import type { CaseRow, ProposalRow } from '../outbound/database/case.tables.js';
import type { IncidentFileRow } from '../outbound/database/cases.schema.js';
import { FileJournal } from './file-journal.js';

/** Tells of the newest step of a proposal, and answers it with its case. */
@Injectable()
export class ProposalJournal {
  constructor(private readonly journal: FileJournal) {}

  /** Publishes the last step of the proposal. */
  publish(row: IncidentFileRow, record: Pick<CaseRow, 'number'>, proposal: ProposalRow): void {
    const { steps, ...shown } = proposalView(proposal);
    const step = steps.at(-1);
    if (!step) throw new Error('a proposal has no step');
    const { by, at, note } = step;
    this.journal.publish(
      row,
      CaseProposalMoved.of({
        ...shown,
        incidentId: row.id,
        caseId: proposal.caseId,
        number: record.number,
        occurredAt: at,
        by,
        ...(note !== undefined && { note }),
      }),
    );
  }
}

/** A proposal with the case it is about. */
export function proposalAnswer(
  row: IncidentFileRow,
  { number: caseNumber }: { number: string },
  proposal: ProposalRow,
): ProposalAnswer {
  const { caseId, incidentId } = proposal;
  const enterpriseName = row.report.enterprise?.name;
  return {
    ...proposalView(proposal),
    caseId,
    incidentId,
    caseNumber,
    incidentNumber: row.number,
    ...(enterpriseName !== undefined && { enterpriseName }),
  };
}
