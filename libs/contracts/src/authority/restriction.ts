import type { AssignmentFeedbackGiven } from '../events/assignment-feedback-given.js';
import type { IncidentFactsAdded } from '../events/incident-facts-added.js';

const SUSPECTED = 'insider_suspected';

/**
 * Whether what was told restricts disclosure, to nobody: an insider is suspected who was not before, or not any more. What a
 * unit told restricts by its feedback ({@link suspectsInsider}): facts that grew from it come later, when police may have
 * confirmed a contact again, and restrict nothing a second time.
 */
export const restrictsAnew = ({
  newFlags,
  feedbackId,
}: Pick<IncidentFactsAdded, 'newFlags'> & Partial<Pick<IncidentFactsAdded, 'feedbackId'>>): boolean =>
  feedbackId === undefined && newFlags.includes(SUSPECTED);

/** Whether a unit suspects an insider. */
export const suspectsInsider = ({
  insiderSuspected,
  flags = [],
}: Pick<AssignmentFeedbackGiven, 'insiderSuspected'> & Partial<Pick<AssignmentFeedbackGiven, 'flags'>>): boolean =>
  insiderSuspected || flags.includes(SUSPECTED);
