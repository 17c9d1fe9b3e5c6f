import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseClockRang, IncidentHoldOverdue } from '#contracts';
import { DeadlineRunner } from '#persistence';
import { nextHoldRing, type HoldRing } from '../domain/incident-file/filed-hold.js';
import type { IncidentFile } from '../domain/incident-file/incident-file.js';
import { nextLawRing, type LawRing } from '../domain/law-clocks/ringing.js';
import { IncidentFiles } from '../outbound/database/incident-file.repository.js';
import { fileOf } from '../outbound/database/incident-file.row.js';
import { incidentFiles } from '../outbound/database/incident-file.tables.js';
import { FileJournal } from './file-journal.js';

/**
 * Says what the clocks of a file have reached: half of a limit of the law, its end, long after it; and that nobody has decided
 * in time about what is held. Decides nothing.
 */
@Injectable()
export class RingClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: DeadlineRunner,
    private readonly files: IncidentFiles,
    private readonly journal: FileJournal,
  ) {}

  onModuleInit(): void {
    const fire = (id: string, firedAt: Date) => this.run(id, firedAt);
    this.deadlines.watch({ name: 'file-clocks', table: incidentFiles, at: 'ringsAt', fire });
  }

  /** Tells the stage that was reached; keeping the file sets when the next one is. */
  async run(incidentId: string, firedAt: Date): Promise<void> {
    const row = await this.files.lock(incidentId);
    if (!row) return;
    const file = fileOf(row);
    const hold = nextHoldRing(file);
    const law = nextLawRing(file);
    if (hold && hold.rings <= firedAt) this.journal.publish(row, overdue(file, hold, firedAt));
    else if (law && law.rings <= firedAt) this.journal.publish(row, factOf(file, law, firedAt));
    else this.files.save(row, file);
  }
}

const overdue = (
  { incidentId, held }: IncidentFile,
  { dueAt, stage, escalatedTo }: HoldRing,
  firedAt: Date,
): IncidentHoldOverdue =>
  IncidentHoldOverdue.of({
    incidentId,
    startedAt: held?.since ?? dueAt,
    dueAt,
    stage,
    firedAt: firedAt.toISOString(),
    escalatedTo,
  });

const factOf = (
  { incidentId, case: filed }: IncidentFile,
  { rule, from, dueAt, stage, waitsFor, escalatedTo }: LawRing,
  firedAt: Date,
): CaseClockRang =>
  CaseClockRang.of({
    incidentId,
    ...(filed && { caseId: filed.caseId, number: filed.number }),
    clock: rule.what,
    clockName: rule.name,
    startedAt: from,
    dueAt,
    stage,
    firedAt: firedAt.toISOString(),
    waitsFor,
    ...(escalatedTo && { escalatedTo }),
  });
