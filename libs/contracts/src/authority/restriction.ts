import type { IncidentFactsAdded } from '../events/incident-facts-added.js';

/**
 * Whether what was told restricts disclosure, to nobody: an insider is suspected who was not before, or not any more. What a
 * unit told restricts by its feedback: facts that grew from it come later, when police may have confirmed a contact again,
 * and restrict nothing a second time.
 */
export const restrictsAnew = ({ newFlags, feedbackId }: Pick<IncidentFactsAdded, 'newFlags' | 'feedbackId'>): boolean =>
  feedbackId === undefined && newFlags.includes('insider_suspected');
