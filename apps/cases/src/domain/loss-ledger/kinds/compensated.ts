import { defineLedgerKind } from '../ledger-kind.js';

/** An offender paid for what cannot be given back (退赔); it comes from outside, with who paid and the proof. */
export const compensated = defineLedgerKind({
  kind: 'COMPENSATED',
  drawsFrom: [],
  mustDraw: false,
  putsInto: null,
  countsAs: 'compensated',
  takesOver: false,
  eitherWay: false,
  needs: ['method', 'note'],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'compensated',
});
