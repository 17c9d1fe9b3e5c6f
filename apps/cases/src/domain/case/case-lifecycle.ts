import {
  CASE_STATE_WORDS,
  CASE_STATES,
  type BilingualText,
  type CaseKind,
  type CaseState,
  type LedgerFigures,
} from '#contracts';
import { defineLifecycle, formatYuan } from '#domain-kit';
import { extendedClock } from '../law-clocks/index.js';
import type { CaseClock } from '../law-clocks/kept.js';
import type { CaseMove } from './case-move.js';
import type { CaseRecord } from './case-view.js';
import { CASE_MOVE_LIST } from './moves/index.js';
import { basisMissing, caseUnsettled, caseWrongKind, caseWrongState, extendedEnough } from './refusals.js';

const FIRST: CaseState = 'REGISTERED';
const leadsOut = (state: CaseState): boolean =>
  CASE_MOVE_LIST.some(({ from, to }) => to !== null && from.includes(state));
const states = CASE_STATES.filter((state) => state === FIRST || CASE_MOVE_LIST.some(({ to }) => to === state));

/** The states of a case and what leads from one to the next, as the moves say; an end is where none leads out. */
export const caseLifecycle = defineLifecycle({
  name: 'case',
  states,
  initial: FIRST,
  terminal: states.filter((state) => !leadsOut(state)),
  transitions: CASE_MOVE_LIST.flatMap(({ from, to, event: { type: event } }) =>
    from.map((state) => ({ from: [state], to: to ?? state, event })),
  ),
});

const KIND_WORDS: Readonly<Record<CaseKind, BilingualText>> = {
  criminal: { zh: '刑事', en: 'criminal' },
  economic: { zh: '经济犯罪', en: 'economic' },
  administrative: { zh: '行政', en: 'administrative' },
};

/** Checks that cases of a kind are decided so. */
function requireKind({ kinds, words }: CaseMove, kind: CaseKind): void {
  if (!kinds.includes(kind)) throw caseWrongKind({ kind: KIND_WORDS[kind], act: words });
}

/** States in which nobody works on a case any more, unless something leads out of them. */
const RESTING: ReadonlySet<CaseState> = new Set([
  'NOT_FILED', 'TRANSFERRED_OUT', 'ADMIN_DECIDED', 'MEDIATED', 'WITHDRAWN', 'TERMINATED', 'MERGED', 'CONCLUDED',
]); // prettier-ignore

/** Whether a case is being worked on. */
export const goesOn = (state: CaseState): boolean => !RESTING.has(state);

/** Where a case stands, as far as a move depends on it. */
export type Movable = Pick<CaseRecord, 'state' | 'kind'>;

/** What the file keeps of the case, as far as a move depends on it. */
interface MovedFile {
  readonly figures?: Pick<LedgerFigures, 'heldFen'>;
  readonly clock?: CaseClock;
}

/** The state after a move of this case. Throws where its kind, its state, its basis or its ledger do not allow it. */
export function stateAfter(
  { state, kind }: Movable,
  move: CaseMove,
  { basis, filed }: { basis?: string; filed?: MovedFile },
): CaseState {
  requireKind(move, kind);
  const next = decide(state, move, basis);
  const held = filed?.figures?.heldFen ?? 0;
  if (next === 'CONCLUDED' && held > 0) throw caseUnsettled({ left: formatYuan(held) });
  if (move.to === null && !extendedClock(kind, filed?.clock)) throw extendedEnough();
  return next;
}

/** The state after a decision. Throws where the case is not in a state for it, or where its basis is missing. */
export function decide(state: CaseState, { event, words, needsBasis }: CaseMove, basis: string | undefined): CaseState {
  const next = caseLifecycle.next(state, event.type);
  if (next === undefined) throw caseWrongState({ state: CASE_STATE_WORDS[state], act: words });
  if (needsBasis && basis === undefined) throw basisMissing({ act: words });
  return next;
}
