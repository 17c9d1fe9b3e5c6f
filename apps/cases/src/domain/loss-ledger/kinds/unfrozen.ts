import { defineLedgerKind } from '../ledger-kind.js';

/** A freezing was lifted. */
export const unfrozen = defineLedgerKind({
  kind: 'UNFROZEN',
  drawsFrom: ['frozen'],
  mustDraw: true,
  putsInto: null,
  countsAs: null,
  takesOver: false,
  eitherWay: false,
  needs: ['note'],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'secured_ended',
});
