import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeadlineRunner } from '#persistence';
import { runningStops } from '../domain/loss-ledger/stops.js';
import { SYSTEM } from '../domain/system-actor.js';
import { Cases } from '../outbound/database/case.repository.js';
import { caseRecords } from '../outbound/database/case.tables.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { LedgerBook } from './ledger-book.js';

/** Ends stops that have run out (48 hours): what the bank let go of is not under control any more, and that is told. */
@Injectable()
export class EndStops implements OnModuleInit {
  constructor(
    private readonly deadlines: DeadlineRunner,
    private readonly files: IncidentFiles,
    private readonly cases: Cases,
    private readonly book: LedgerBook,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch({
      name: 'stop',
      table: caseRecords,
      at: 'stopDueAt',
      fire: (caseId, firedAt) => this.run(caseId, firedAt),
    });
  }

  /** Ends every stop of a case that ran out by then, and notes when the next one does. */
  async run(caseId: string, firedAt: Date): Promise<void> {
    const incidentId = await this.cases.incidentOf(caseId);
    const row = incidentId === undefined ? undefined : await this.files.lock(incidentId);
    const record = row && (await this.cases.find(caseId));
    if (!record) return;
    const ledger = await this.cases.ledger(caseId);
    for (const { holding, leftFen, expiresAt } of runningStops(ledger)) {
      if (expiresAt > firedAt) continue;
      const ended = { kind: 'STOP_ENDED', amountFen: leftFen, holding, note: '止付期满自动结束' } as const;
      await this.book.post({ row, record }, { ...ended, occurredAt: expiresAt, by: SYSTEM });
    }
  }
}
