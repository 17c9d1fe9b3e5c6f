import type { IncidentFactsAdded } from '../events/incident-facts-added.js';

/** Whether what was told restricts disclosure, to nobody: an insider is suspected who was not before, or not any more. */
export const restrictsAnew = ({ newFlags }: Pick<IncidentFactsAdded, 'newFlags'>): boolean =>
  newFlags.includes('insider_suspected');
