import type { Schemas } from '../../kit/api/client';
import type { CaseStep } from '../outbox/deeds';

type Move = CaseStep['move'];
type Proposed = 'file' | 'not_file' | 'upgrade' | 'punish' | 'terminate' | 'conclude' | 'extend' | 'return';
/** A step of one's own, or what is proposed. */
export type Choice = Move | Proposed;
const PROPOSED: readonly Choice[] = [
  'file',
  'not_file',
  'upgrade',
  'punish',
  'terminate',
  'conclude',
  'extend',
  'return',
];
/** Where the facts may be disputed, so that legal review looks first. */
export const DISPUTABLE: readonly Choice[] = ['file', 'not_file', 'upgrade', 'punish', 'terminate'];
/** Whether others review and approve it. */
export const isProposed = (choice: Choice): choice is Proposed => PROPOSED.includes(choice);
const NEXT: Readonly<Record<string, readonly Choice[]>> = {
  REGISTERED: ['review'],
  REVIEWING: ['file', 'accept', 'not_file', 'extend'],
  NOT_FILED: ['ask-reconsideration'],
  FILED: ['investigate'],
  INVESTIGATING: ['solve'],
  ADMIN_ACCEPTED: ['punish', 'mediate', 'upgrade', 'terminate', 'extend'],
  MEDIATED: ['conclude', 'mediation-failed'],
  ADMIN_DECIDED: ['conclude'],
  TERMINATED: ['conclude'],
};

/** Administrative cases are accepted, others are filed; what is under control may be proposed to be returned. */
export function choicesOf({ state, kind, ledger }: Schemas['FiledCaseView']): readonly Choice[] {
  const own = (NEXT[state] ?? []).filter((choice) => choice !== (kind === 'administrative' ? 'file' : 'accept'));
  return ledger.figures.heldFen > 0 ? [...own, 'return' as const] : own;
}
