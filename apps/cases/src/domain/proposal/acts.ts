import {
  FILE_ACTS,
  LEDGER_KINDS,
  LEDGER_VOCABULARY,
  type BilingualText,
  type CaseAct,
  type FileAct,
  type LedgerKind,
  type ProposedAct,
} from '#contracts';
import type { CaseMove } from '../case/case-move.js';
import { CASE_MOVE_LIST } from '../case/moves/index.js';

/** What a proposal about a case leads to once it is approved: a move of it, or an entry of its ledger. */
type CaseEffect = { readonly move: CaseMove } | { readonly kind: LedgerKind };
/** What any proposal leads to: for one about a file it is what is done to that. */
export type ProposedEffect = CaseEffect | { readonly file: FileAct };

const ENTRY_WORDS: Readonly<Partial<Record<ProposedAct, BilingualText>>> = {
  freeze: { zh: '冻结', en: 'freeze' },
  adjust_loss: { zh: '调整核定损失', en: 'adjust the verified loss' },
  return: { zh: '发还', en: 'return' },
};

/** What the acts about a file are called. */
const FILE_ACT_WORDS: Readonly<Record<FileAct, BilingualText>> = {
  lift_restriction: { zh: '解除限制知悉', en: 'lift the restriction of disclosure' },
};

/** Whether an act is about the file of an incident, not about its case. */
const isFileAct = (act: ProposedAct): act is FileAct => (FILE_ACTS as readonly ProposedAct[]).includes(act);

/** What an act about a case leads to. The moves and the kinds of entries name the acts they are proposed as; each act has one. */
export function caseEffectOf(act: CaseAct): CaseEffect {
  const move = CASE_MOVE_LIST.find(({ proposedAs }) => proposedAs === act);
  if (move) return { move };
  const kind = LEDGER_KINDS.find((one) => LEDGER_VOCABULARY[one].proposedAs === act);
  if (kind === undefined) throw new Error(`nothing is proposed as ${act}`);
  return { kind };
}

/** What an act leads to. */
export const effectOf = (act: ProposedAct): ProposedEffect => (isFileAct(act) ? { file: act } : caseEffectOf(act));

/** What an act is called. */
export function actWords(act: ProposedAct): BilingualText {
  const effect = effectOf(act);
  if ('file' in effect) return FILE_ACT_WORDS[effect.file];
  return 'move' in effect ? effect.move.words : (ENTRY_WORDS[act] ?? LEDGER_VOCABULARY[effect.kind]);
}
