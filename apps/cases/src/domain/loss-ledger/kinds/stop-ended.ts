import { defineLedgerKind } from '../ledger-kind.js';

/** A stop ran out or was lifted. */
export const stopEnded = defineLedgerKind({
  kind: 'STOP_ENDED',
  drawsFrom: ['stopped'],
  mustDraw: true,
  putsInto: null,
  countsAs: null,
  takesOver: false,
  eitherWay: false,
  needs: [],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'secured_ended',
});
