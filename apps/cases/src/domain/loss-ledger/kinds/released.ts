import { defineLedgerKind } from '../ledger-kind.js';

/** A seizure was lifted. */
export const released = defineLedgerKind({
  kind: 'RELEASED',
  drawsFrom: ['seized'],
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
  toldAs: null,
});
