import { defineLedgerKind } from '../ledger-kind.js';

/** Property was seized: evidence until it is returned or released. */
export const seized = defineLedgerKind({
  kind: 'SEIZED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: 'seized',
  countsAs: null,
  takesOver: false,
  eitherWay: false,
  needs: [],
  afterFiling: true,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: null,
});
