import { defineLedgerKind } from '../ledger-kind.js';

/** A loss that was established, and how. */
export const lossVerified = defineLedgerKind({
  kind: 'LOSS_VERIFIED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: null,
  countsAs: 'verified',
  takesOver: false,
  eitherWay: false,
  needs: ['method'],
  afterFiling: false,
  once: true,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'verified',
});
