import { defineLedgerKind } from '../ledger-kind.js';

/** A payment was stopped at once; the bank holds the money. */
export const stopped = defineLedgerKind({
  kind: 'STOPPED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: 'stopped',
  countsAs: null,
  eitherWay: false,
  needs: [],
  afterFiling: false,
  toldAs: 'secured',
});
