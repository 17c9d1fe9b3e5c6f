import { defineLedgerKind } from '../ledger-kind.js';

/** An account was frozen; what was stopped there is frozen from then on. */
export const frozen = defineLedgerKind({
  kind: 'FROZEN',
  drawsFrom: ['stopped'],
  mustDraw: false,
  putsInto: 'frozen',
  countsAs: null,
  takesOver: true,
  eitherWay: false,
  needs: ['holding', 'approvalRef'],
  afterFiling: true,
  once: false,
  coversLoss: true,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'secured',
});
