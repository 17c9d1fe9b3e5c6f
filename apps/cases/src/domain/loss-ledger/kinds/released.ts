import { defineLedgerKind } from '../ledger-kind.js';

/** A seizure was lifted. */
export const released = defineLedgerKind({
  kind: 'RELEASED',
  drawsFrom: ['seized'],
  mustDraw: true,
  putsInto: null,
  countsAs: null,
  eitherWay: false,
  needs: [],
  afterFiling: false,
  toldAs: null,
});
