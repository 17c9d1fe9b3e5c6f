import { LEDGER_KINDS, LEDGER_VOCABULARY, type BilingualText, type LedgerKind, type ProposedAct } from '#contracts';
import type { CaseMove } from '../case/case-move.js';
import { CASE_MOVE_LIST } from '../case/moves/index.js';

/** What a proposal leads to once it is approved: a move of the case, or an entry of its ledger. */
export type ProposedEffect = { readonly move: CaseMove } | { readonly kind: LedgerKind };

const ENTRY_WORDS: Readonly<Partial<Record<ProposedAct, BilingualText>>> = {
  freeze: { zh: '冻结', en: 'freeze' },
  adjust_loss: { zh: '调整核定损失', en: 'adjust the verified loss' },
  return: { zh: '发还', en: 'return' },
};

/** What an act leads to. The moves and the kinds of entries name the acts they are proposed as; each act has one of them. */
export function effectOf(act: ProposedAct): ProposedEffect {
  const move = CASE_MOVE_LIST.find(({ proposedAs }) => proposedAs === act);
  if (move) return { move };
  const kind = LEDGER_KINDS.find((one) => LEDGER_VOCABULARY[one].proposedAs === act);
  if (kind === undefined) throw new Error(`nothing is proposed as ${act}`);
  return { kind };
}

/** What an act is called. */
export function actWords(act: ProposedAct): BilingualText {
  const effect = effectOf(act);
  return 'move' in effect ? effect.move.words : (ENTRY_WORDS[act] ?? LEDGER_VOCABULARY[effect.kind]);
}
