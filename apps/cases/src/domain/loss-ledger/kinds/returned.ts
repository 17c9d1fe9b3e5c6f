import { defineLedgerKind } from '../ledger-kind.js';

/** Property went back to the enterprise. */
export const returned = defineLedgerKind({
  kind: 'RETURNED',
  drawsFrom: ['in_hold', 'seized', 'frozen', 'stopped'],
  mustDraw: true,
  putsInto: null,
  countsAs: 'returned',
  eitherWay: false,
  needs: ['holding', 'approvalRef'],
  afterFiling: false,
  toldAs: 'returned',
});
