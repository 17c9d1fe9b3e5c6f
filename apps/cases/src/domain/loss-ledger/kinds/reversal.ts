import { defineLedgerKind } from '../ledger-kind.js';

/** Takes back the whole of one entry: its effects are those of that entry, the other way round. */
export const reversal = defineLedgerKind({
  kind: 'REVERSAL',
  drawsFrom: [],
  mustDraw: false,
  putsInto: null,
  countsAs: null,
  takesOver: false,
  eitherWay: false,
  needs: ['reverses', 'note'],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: null,
});
