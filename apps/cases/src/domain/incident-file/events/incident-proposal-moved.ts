import { IncidentProposalMoved } from '#contracts';
import { foldProposal, stepWords } from '../../proposal/proposal-view.js';
import { defineFileEvent, POLICE } from '../file-event.js';

/** Something about the file itself was proposed, approved or rejected. */
export const incidentProposalMoved = defineFileEvent({
  event: IncidentProposalMoved,
  apply: (file, event) => ({ ...file, proposals: foldProposal(file.proposals ?? [], event) }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: stepWords,
  seenBy: POLICE,
});
