import { defineLedgerKind } from '../ledger-kind.js';

/** What the reporter says is lost. */
export const lossReported = defineLedgerKind({
  kind: 'LOSS_REPORTED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: null,
  countsAs: 'reported',
  eitherWay: false,
  needs: [],
  afterFiling: false,
  toldAs: 'reported',
});
