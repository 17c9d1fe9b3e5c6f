import { defineLedgerKind } from '../ledger-kind.js';

/** Property went back to the enterprise; only of what is frozen, seized or in hold, never straight from a stop. */
export const returned = defineLedgerKind({
  kind: 'RETURNED',
  drawsFrom: ['in_hold', 'seized', 'frozen'],
  mustDraw: true,
  putsInto: null,
  countsAs: 'returned',
  takesOver: false,
  eitherWay: false,
  needs: ['holding', 'approvalRef'],
  afterFiling: false,
  once: false,
  coversLoss: false,
  lastsHours: null,
  mostTimes: null,
  toldAs: 'returned',
});
