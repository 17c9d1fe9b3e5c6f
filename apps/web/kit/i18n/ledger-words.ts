import { LEDGER_KINDS, LEDGER_VOCABULARY, type LedgerKind } from '../../../../libs/contracts/src/vocabulary.js';

/** The words for the kinds of ledger entries in one language, as the vocabulary of the product has them. */
export const ledgerWords = (language: 'zh' | 'en'): Record<LedgerKind, string> =>
  Object.fromEntries(LEDGER_KINDS.map((kind) => [kind, LEDGER_VOCABULARY[kind][language]])) as Record<
    LedgerKind,
    string
  >;

/** The kinds that an officer on the scene posts. */
export const ON_SCENE_KINDS = LEDGER_KINDS.filter((kind) => LEDGER_VOCABULARY[kind].onScene);
