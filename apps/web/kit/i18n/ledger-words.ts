import { LEDGER_KINDS, LEDGER_VOCABULARY } from '../../../../libs/contracts/src/vocabulary.js';

/** The kinds that an officer on the scene posts. */
export const ON_SCENE_KINDS = LEDGER_KINDS.filter((kind) => LEDGER_VOCABULARY[kind].onScene);
/** The others; what is returned is proposed with the case. */
export const LATER_KINDS = LEDGER_KINDS.filter(
  (kind) => !LEDGER_VOCABULARY[kind].onScene && LEDGER_VOCABULARY[kind].proposedAs !== 'return',
);
