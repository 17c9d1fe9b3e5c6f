import { defineLedgerKind } from '../ledger-kind.js';

/** Something came into hold: the whole of what is under control already, or from outside. */
export const recovered = defineLedgerKind({
  kind: 'RECOVERED',
  drawsFrom: ['seized', 'frozen', 'stopped'],
  mustDraw: false,
  putsInto: 'in_hold',
  countsAs: 'recovered',
  eitherWay: false,
  needs: [],
  afterFiling: false,
  toldAs: null,
});
