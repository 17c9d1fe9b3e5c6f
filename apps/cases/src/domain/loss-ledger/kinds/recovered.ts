import { defineLedgerKind } from '../ledger-kind.js';

/** Something came into hold: the whole of what is under control already, or from outside. */
export const recovered = defineLedgerKind({
  kind: 'RECOVERED',
  drawsFrom: ['seized', 'frozen'],
  mustDraw: false,
  putsInto: 'in_hold',
  countsAs: 'recovered',
  takesOver: false,
  eitherWay: false,
  needs: [],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: null,
});
