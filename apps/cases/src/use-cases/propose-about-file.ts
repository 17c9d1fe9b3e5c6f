import { Injectable } from '@nestjs/common';
import type { FileAct } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { actorOf, Clock, type Caller } from '#platform';
import { requireProposing } from '../domain/incident-file/authority.js';
import type { IncidentFile } from '../domain/incident-file/incident-file.js';
import type { ProposalAnswer } from '../domain/proposal/proposal-answer.js';
import { proposalPending } from '../domain/proposal/refusals.js';
import { FileAccess } from './file-access.js';
import { ProposalJournal } from './proposal-journal.js';

/** The rules about disclosure that proposals about files are made and approved under. */
const DISCLOSURE_RULES = 'disclosure-1';

/** 409: there is nothing to lift. */
export const notRestricted = defineRefusal({
  code: 'incident.not-restricted',
  kind: 'conflict',
  zh: '知悉范围没有限制',
  en: 'Disclosure is not restricted',
});

/** Whether what is proposed about a file could be done now; throws where not. */
const REQUIRES: Readonly<Record<FileAct, (file: Pick<IncidentFile, 'restricted'>) => void>> = {
  lift_restriction: ({ restricted }) => {
    if (!restricted) throw notRestricted();
  },
};

/** Checks that what is proposed about a file could be done now. */
export const requireDoable = (act: FileAct, file: Pick<IncidentFile, 'restricted'>): void => REQUIRES[act](file);

/** Proposes what one person may not do alone about the file of an incident, whether it has a case or not. */
@Injectable()
export class ProposeAboutFile {
  constructor(
    private readonly access: FileAccess,
    private readonly journal: ProposalJournal,
    private readonly clock: Clock,
  ) {}

  /** Throws 404, 428 and 412. Once at a time; what is overtaken waits only to be rejected. */
  async run(
    caller: Caller,
    incidentId: string,
    ifMatch: string | undefined,
    { act, basis }: { readonly act: FileAct; readonly basis: string },
  ): Promise<ProposalAnswer> {
    const { row, file } = await this.access.change(caller, incidentId, ifMatch);
    requireProposing(caller, file);
    requireDoable(act, file);
    const waiting = (file.proposals ?? []).filter((one) => one.waitsFor !== undefined && !one.overtaken);
    if (waiting.some((one) => one.act === act)) throw proposalPending();
    const draft = { act, basis, needsLegal: false, ruleVersion: DISCLOSURE_RULES };
    return this.journal.open({ row }, draft, actorOf(caller), this.clock.now());
  }
}
