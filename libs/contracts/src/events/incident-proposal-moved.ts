import { ProposalFact } from '../facts/proposal-fact.js';
import { INCIDENTS } from '../streams.js';

/** Something about the file of an incident was proposed, approved or rejected. */
export class IncidentProposalMoved extends ProposalFact {
  static override readonly type = 'incident.proposal-moved.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'A proposal about the file of an incident was made, or approved or rejected (审批).';
}
