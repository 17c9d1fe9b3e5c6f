import { Injectable } from '@nestjs/common';
import type { ActorFact } from '#contracts';
import { stateAfter } from '../domain/case/case-lifecycle.js';
import type { CaseMove } from '../domain/case/case-move.js';
import { refuseToFile } from '../domain/case/moves/not-file.js';
import { Cases } from '../outbound/database/case.repository.js';
import { FileJournal } from './file-journal.js';
import type { KeptCase } from './ledger-book.js';

/** Moves a case whose file is locked, and tells of it. */
@Injectable()
export class CaseMover {
  constructor(
    private readonly cases: Cases,
    private readonly journal: FileJournal,
  ) {}

  /** Moves the case, if its state, its kind and what was stated allow it. */
  move(
    { row, record }: KeptCase,
    move: CaseMove,
    { at, by, basis }: { at: Date; by: ActorFact; basis?: string },
  ): void {
    record.state = stateAfter(record, move, { basis, filed: row.progress.case });
    // What is filed is a criminal case from then on; a new refusal may be reconsidered anew.
    if (move.files)
      Object.assign(record, { filedAt: at, kind: record.kind === 'administrative' ? 'criminal' : record.kind });
    if (move === refuseToFile) record.reconsiderations = 0;
    this.cases.save(record);
    this.journal.publish(
      row,
      Object.assign(new move.event(), {
        incidentId: row.id,
        caseId: record.id,
        number: record.number,
        occurredAt: at.toISOString(),
        by,
        kind: record.kind,
        ...(basis !== undefined && { basis }),
      }),
    );
  }
}
