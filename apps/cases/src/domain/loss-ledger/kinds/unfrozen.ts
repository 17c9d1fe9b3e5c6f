import { defineLedgerKind } from '../ledger-kind.js';

/** A freezing was lifted. */
export const unfrozen = defineLedgerKind({
  kind: 'UNFROZEN',
  drawsFrom: ['frozen'],
  mustDraw: true,
  putsInto: null,
  countsAs: null,
  eitherWay: false,
  needs: ['note'],
  afterFiling: false,
  toldAs: 'secured_ended',
});
