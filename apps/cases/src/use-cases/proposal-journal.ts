import { Injectable } from '@nestjs/common';
import { CaseProposalMoved, IncidentProposalMoved, type ActorFact } from '#contracts';
import { newId } from '#platform';
import { proposalView, type ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import { waitOf } from '../domain/proposal/proposal.js';
import { withDeciders } from '../domain/proposal/reconsidered.js';
import type { CaseRow, ProposalRow } from '../outbound/database/case.tables.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { decisionOf, FileJournal } from './file-journal.js';

/** What a proposal is about: the file of an incident, and its case where it is about that. */
export interface ProposalSubject {
  row: IncidentFileRow;
  record?: Pick<CaseRow, 'id' | 'number'>;
}

/** What is proposed, before anybody took a step. */
export type ProposalDraft = Pick<ProposalRow, 'act' | 'basis' | 'needsLegal' | 'ruleVersion' | 'entry' | 'occurredAt'>;

/** Makes proposals, keeps their steps, and tells of the newest. */
@Injectable()
export class ProposalJournal {
  constructor(
    private readonly journal: FileJournal,
    private readonly proposals: Proposals,
  ) {}

  /** A new proposal, which is its own first step. */
  open(subject: ProposalSubject, draft: ProposalDraft, by: ActorFact, now: Date): ProposalAnswer {
    const { row, record } = subject;
    const proposal: ProposalRow = {
      ...draft,
      id: newId(),
      ...(record && { caseId: record.id }),
      incidentId: row.id,
      state: 'PROPOSED',
      waitsFor: waitOf({ ...draft, state: 'PROPOSED' }),
      steps: [{ state: 'PROPOSED', by, at: now.toISOString() }],
      version: 1,
    };
    this.proposals.add(proposal);
    this.publish(subject, proposal);
    return proposalAnswer(subject, proposal);
  }

  /** Keeps a proposal of which a step was taken, and publishes that. */
  moved(subject: ProposalSubject, proposal: ProposalRow): void {
    this.proposals.save(proposal);
    this.publish(subject, proposal);
  }

  private publish({ row, record }: ProposalSubject, proposal: ProposalRow): void {
    const { steps, ...shown } = proposalView(proposal);
    const step = steps.at(-1);
    if (!step) throw new Error('a proposal has no step');
    const { by, at, note } = step;
    const fact = { ...shown, incidentId: row.id, occurredAt: at, by, ...(note !== undefined && { note }) };
    this.journal.publish(
      row,
      record
        ? CaseProposalMoved.of({ ...fact, caseId: record.id, number: record.number })
        : IncidentProposalMoved.of(fact),
    );
  }
}

/** A proposal with what it is about. */
export function proposalAnswer({ row, record }: ProposalSubject, proposal: ProposalRow): ProposalAnswer {
  const enterpriseName = row.report.enterprise?.name;
  const filed = row.progress.proposals?.find(({ proposalId }) => proposalId === proposal.id);
  return {
    ...withDeciders(proposalView(proposal), row.progress.case?.proposals),
    ...(filed?.overtaken && { overtaken: true }),
    ...(record && { caseId: record.id, caseNumber: record.number }),
    incidentId: row.id,
    incidentNumber: row.number,
    ...decisionOf(row),
    ...(enterpriseName !== undefined && { enterpriseName }),
  };
}
