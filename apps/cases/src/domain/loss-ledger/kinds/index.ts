import type { LedgerKind } from '#contracts';
import type { LedgerKindRule } from '../ledger-kind.js';
import { compensated } from './compensated.js';
import { frozen } from './frozen.js';
import { lossAdjusted } from './loss-adjusted.js';
import { lossReported } from './loss-reported.js';
import { lossVerified } from './loss-verified.js';
import { recovered } from './recovered.js';
import { released } from './released.js';
import { returned } from './returned.js';
import { reversal } from './reversal.js';
import { seized } from './seized.js';
import { stopEnded } from './stop-ended.js';
import { stopped } from './stopped.js';
import { unfrozen } from './unfrozen.js';

/**
 * Every kind of entry and what it does. A word of the vocabulary that has no file beside this one and no line here does
 * not compile. Adding a kind: its word there, its file, and its line.
 */
export const LEDGER_RULES: { readonly [Kind in LedgerKind]: LedgerKindRule<Kind> } = {
  LOSS_REPORTED: lossReported,
  LOSS_VERIFIED: lossVerified,
  LOSS_ADJUSTED: lossAdjusted,
  STOPPED: stopped,
  STOP_ENDED: stopEnded,
  FROZEN: frozen,
  UNFROZEN: unfrozen,
  SEIZED: seized,
  RELEASED: released,
  RECOVERED: recovered,
  RETURNED: returned,
  COMPENSATED: compensated,
  REVERSAL: reversal,
};
