import { Injectable } from '@nestjs/common';
import { PROPOSAL_WAITS } from '#contracts';
import { decodeCursor, encodeCursor, type Caller, type Page, type PageQuery } from '#platform';
import type { ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import { Cases } from '../outbound/database/case.repository.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { Proposals } from '../outbound/database/proposal.repository.js';
import { proposalAnswer } from './proposal-journal.js';

/** Lists what waits for somebody: for legal review, for approval, for the custodian. */
@Injectable()
export class ListProposals {
  constructor(
    private readonly proposals: Proposals,
    private readonly files: IncidentFiles,
    private readonly cases: Cases,
  ) {}

  /** One page, the oldest first. */
  async run(caller: Caller, { limit, after }: PageQuery): Promise<Page<ProposalAnswer>> {
    const waits = PROPOSAL_WAITS.filter((role) => caller.roles.includes(role));
    const [from] = decodeCursor(after, 1) ?? [];
    const rows = await this.proposals.waitingFor(waits, limit + 1, from === undefined ? undefined : String(from));
    const page = rows.slice(0, limit);
    const items: ProposalAnswer[] = [];
    for (const proposal of page) {
      const row = await this.files.find(proposal.incidentId);
      const record = await this.cases.of(proposal);
      if (row) items.push(proposalAnswer({ row, record }, proposal));
    }
    const last = page.at(-1);
    return { items, next: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }
}
