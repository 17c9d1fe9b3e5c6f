import { defineLedgerKind } from '../ledger-kind.js';

/** The established loss was wrong: up or down, with the approval. */
export const lossAdjusted = defineLedgerKind({
  kind: 'LOSS_ADJUSTED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: null,
  countsAs: 'verified',
  takesOver: false,
  eitherWay: true,
  needs: ['note', 'approvalRef'],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'adjusted',
});
