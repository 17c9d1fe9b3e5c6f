import { defineLedgerKind } from '../ledger-kind.js';

/** What the reporter says is lost. */
export const lossReported = defineLedgerKind({
  kind: 'LOSS_REPORTED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: null,
  countsAs: 'reported',
  takesOver: false,
  eitherWay: false,
  needs: [],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'reported',
});
