import { CaseProposalMoved } from '#contracts';
import { foldProposal, stepWords } from '../../proposal/proposal-view.js';
import { changeCase } from '../case-change.js';
import { defineFileEvent, POLICE } from '../file-event.js';

/** Something about the case was proposed, reviewed, approved or rejected, or carried out. */
export const caseProposalMoved = defineFileEvent({
  event: CaseProposalMoved,
  apply: (file, event) =>
    changeCase(file, (filed) => ({ ...filed, proposals: foldProposal(filed.proposals ?? [], event) })),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: stepWords,
  seenBy: POLICE,
});
