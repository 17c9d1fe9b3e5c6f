import type { AdviceFact, ClosedFact, RestrictedFact } from './case-facts.js';
import { defineFold } from './fold.js';
import { TIMELINE_TEXTS } from './timeline-texts.js';

/** From now on only the safe contact is told; a contact that was named before stays unless a new one is named. */
export const restricted = defineFold<RestrictedFact>({
  apply: (file, { safeContact }) => ({ ...file, restricted: true, ...(safeContact && { safeContact }) }),
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.restricted,
});

/** Prevention advice to the enterprise. */
export const adviceIssued = defineFold<AdviceFact>({
  apply: (file, { adviceId, categories, text, answerBy, issuedAt, by }) => ({
    ...file,
    advice: [...file.advice, { adviceId, categories, text, issuedAt, by, ...(answerBy !== undefined && { answerBy }) }],
  }),
  at: ({ issuedAt }) => issuedAt,
  by: ({ by }) => by,
  text: TIMELINE_TEXTS.adviceIssued,
});

/** Reviewed and closed. */
export const closed = defineFold<ClosedFact>({
  apply: (file, { outcome, closedAt, closedBy, note, followUpDueAt }) => ({
    ...file,
    state: 'CLOSED',
    outcome,
    closed: { by: closedBy, at: closedAt, outcome, followUpDueAt, ...(note !== undefined && { note }) },
  }),
  at: ({ closedAt }) => closedAt,
  by: ({ closedBy }) => closedBy,
  text: TIMELINE_TEXTS.closed,
});
