import { defineLedgerKind } from '../ledger-kind.js';

/** An account was frozen. */
export const frozen = defineLedgerKind({
  kind: 'FROZEN',
  drawsFrom: [],
  mustDraw: false,
  putsInto: 'frozen',
  countsAs: null,
  eitherWay: false,
  needs: ['approvalRef'],
  afterFiling: true,
  toldAs: 'secured',
});
