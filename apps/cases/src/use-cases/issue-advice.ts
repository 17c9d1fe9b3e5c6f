import { Injectable } from '@nestjs/common';
import { AdviceIssued, type AdviceCategory } from '#contracts';
import { refuseFarAhead } from '#domain-kit';
import { actorOf, AS_A_FACT, Clock, newId, type Caller } from '#platform';
import { requireAdvising } from '../domain/incident-file/authority.js';
import type { FiledAdvice } from '../domain/incident-file/incident-file.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** What the enterprise should change, and by when it is asked to answer. */
export interface AdviceRequest {
  categories: AdviceCategory[];
  text: string;
  answerBy?: string;
}

/** Advises the enterprise how to prevent the next one. Not binding. */
@Injectable()
export class IssueAdvice {
  constructor(
    private readonly access: FileAccess,
    private readonly journal: FileJournal,
    private readonly clock: Clock,
  ) {}

  /** Issues advice of the dispatch centre or of a unit with an assignment. Throws 422 `time.too-far-ahead`. */
  async run(caller: Caller, incidentId: string, { categories, text, answerBy }: AdviceRequest): Promise<FiledAdvice> {
    const { row, file } = await this.access.change(caller, incidentId, AS_A_FACT);
    requireAdvising(caller, file);
    const now = this.clock.now();
    if (answerBy !== undefined) refuseFarAhead(new Date(answerBy), now, '/answerBy');
    const advice = {
      adviceId: newId(),
      categories,
      text,
      issuedAt: now.toISOString(),
      by: actorOf(caller),
      ...(answerBy !== undefined && { answerBy: new Date(answerBy).toISOString() }),
    };
    this.journal.publish(row, AdviceIssued.of({ incidentId, ...advice }));
    return advice;
  }
}
