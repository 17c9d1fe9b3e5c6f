import type { BilingualText, CaseAct, CaseFact, CaseKind, CaseState, Role } from '#contracts';
import type { Reader } from '../incident-file/access.js';
import type { IncidentEventClass } from '../incident-file/file-event.js';
import type { IncidentFile } from '../incident-file/incident-file.js';

type Moving<Class> = Class extends new () => infer Fact
  ? Fact extends { proposalId: string }
    ? never
    : Fact extends CaseFact
      ? Class
      : never
  : never;

/** The classes of the events that move a case. */
export type CaseMoveClass = Moving<IncidentEventClass>;

/** A decision that moves a case: from where to where, by whom, and what it takes. */
export interface CaseMove<Class extends CaseMoveClass = CaseMoveClass> {
  /** What is told of it. Which notice follows is the notice's own decision, by this event. */
  readonly event: Class;
  /** Last part of its route. */
  readonly path: string;
  /** What somebody does who decides it. */
  readonly words: BilingualText;
  readonly from: readonly CaseState[];
  /** `null`: the case stays where it is. */
  readonly to: CaseState | null;
  /** Who may ask for it at all. */
  readonly roles: readonly Role[];
  /** Whether this caller may decide it of this case; throws where not. */
  readonly require: (reader: Reader, file: IncidentFile) => void;
  /** Kinds of cases that are decided so. */
  readonly kinds: readonly CaseKind[];
  /** As what it is proposed, where somebody else has to approve it; `null`: whoever may decides at once. */
  readonly proposedAs: CaseAct | null;
  /** The decision needs words that say why. */
  readonly needsBasis: boolean;
  /** The case counts as filed from then on. */
  readonly files: boolean;
}

/** Declares a move. Every decision is stated: there are no defaults that could be forgotten. */
export const defineCaseMove = <Class extends CaseMoveClass, const To extends CaseState | null>(
  move: CaseMove<Class> & { readonly to: To },
): CaseMove<Class> & { readonly to: To } => move;
