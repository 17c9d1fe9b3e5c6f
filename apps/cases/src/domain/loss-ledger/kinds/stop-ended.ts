import { defineLedgerKind } from '../ledger-kind.js';

/** A stop ran out or was lifted. */
export const stopEnded = defineLedgerKind({
  kind: 'STOP_ENDED',
  drawsFrom: ['stopped'],
  mustDraw: true,
  putsInto: null,
  countsAs: null,
  eitherWay: false,
  needs: [],
  afterFiling: false,
  toldAs: 'secured_ended',
});
