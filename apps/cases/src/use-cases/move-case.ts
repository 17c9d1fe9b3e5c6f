import { Injectable } from '@nestjs/common';
import {
  CaseFiled,
  CaseInvestigationStarted,
  CaseNotFiled,
  CaseReviewStarted,
  CaseSolved,
  type CaseFact,
} from '#contracts';
import { Clock, type Caller } from '#platform';
import { decide, type CaseMove } from '../domain/case/case-lifecycle.js';
import { requireFilingAuthority, requireLeadUnit } from '../domain/incident-file/authority.js';
import { happenedAt } from '../domain/incident-file/occurrence.js';
import { Cases } from '../outbound/database/case.repository.js';
import { caseSummary, type CaseSummary } from './case-view.js';
import { actorOf, FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

export type { CaseMove };

type Facts = Pick<CaseFact, 'incidentId' | 'caseId' | 'number' | 'occurredAt' | 'by' | 'basis'>;

const EVENTS: Readonly<Record<CaseMove, (facts: Facts) => CaseFact>> = {
  review: (facts) => CaseReviewStarted.of(facts),
  file: (facts) => CaseFiled.of(facts),
  'not-file': (facts) => CaseNotFiled.of(facts),
  investigate: (facts) => CaseInvestigationStarted.of(facts),
  solve: (facts) => CaseSolved.of(facts),
};

const FILING: ReadonlySet<CaseMove> = new Set(['file', 'not-file']);

/** Decides about a case: review, file, not file, investigate, solve. */
@Injectable()
export class MoveCase {
  constructor(
    private readonly access: FileAccess,
    private readonly cases: Cases,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Moves the case; by a case officer of the lead unit or an approver, an economic filing by a legal reviewer. */
  async run(
    caller: Caller,
    caseId: string,
    move: CaseMove,
    { basis, occurredAt: stated }: { basis?: string; occurredAt?: string },
  ): Promise<CaseSummary> {
    const { row, file, record } = await this.access.changeCase(caller, caseId);
    if (FILING.has(move)) requireFilingAuthority(caller, file);
    else requireLeadUnit(caller, file);
    const at = happenedAt(stated, this.clock.now(), file.receivedAt);
    record.state = decide(record.state, move, basis);
    if (move === 'file') record.filedAt = at;
    this.cases.save(record);
    this.journal.publish(
      row,
      EVENTS[move]({
        incidentId: row.id,
        caseId,
        number: record.number,
        occurredAt: at.toISOString(),
        by: actorOf(caller),
        ...(basis !== undefined && { basis }),
      }),
    );
    return caseSummary(record);
  }
}
