import { Injectable } from '@nestjs/common';
import { PROPOSAL_WAITS } from '#contracts';
import { decodeCursor, encodeCursor, type Caller, type Page, type PageQuery } from '#platform';
import type { ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import type { ProposalRow } from '../outbound/database/case.tables.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { proposalAnswer, type ProposalSubject } from './proposal-journal.js';

/** Lists what waits for somebody: for legal review, for approval, for the custodian. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly proposals: Proposals,
    private readonly files: IncidentFiles,
  ) {}

  /** One page, the oldest first. */
  async run(caller: Caller, { limit, after }: PageQuery): Promise<Page<ProposalAnswer>> {
    const waits = PROPOSAL_WAITS.filter((role) => caller.roles.includes(role));
    const [from] = decodeCursor(after, 1) ?? [];
    const rows = await this.proposals.waitingFor(waits, limit + 1, from === undefined ? undefined : String(from));
    const page = rows.slice(0, limit);
    const files = new Map(
      (await this.files.read(page.map(({ incidentId }) => incidentId))).map((row) => [row.id, row]),
    );
    const items = page.flatMap((proposal): ProposalAnswer[] => {
      const row = files.get(proposal.incidentId);
      return row ? [proposalAnswer({ row, record: caseOf(row, proposal) }, proposal)] : [];
    });
    const last = page.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }
}

/** The case that a proposal is about, as its file names it. */
function caseOf({ progress }: IncidentFileRow, { caseId }: ProposalRow): ProposalSubject['record'] {
  const number = progress.case?.number;
  return caseId === undefined || number === undefined ? undefined : { id: caseId, number };
}
