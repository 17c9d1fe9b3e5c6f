import { defineLedgerKind } from '../ledger-kind.js';

/**
 * A payment was stopped at once (紧急止付): 48 hours, at most twice per account (银发〔2016〕86号). A second one takes over the
 * first. Nothing is returned from it: it is frozen first.
 */
export const stopped = defineLedgerKind({
  kind: 'STOPPED',
  drawsFrom: ['stopped'],
  mustDraw: false,
  putsInto: 'stopped',
  countsAs: null,
  takesOver: true,
  eitherWay: false,
  needs: ['holding'],
  afterFiling: false,
  once: false,
  coversLoss: true,
  lastsHours: 48,
  mostTimes: 2,
  toldAs: 'secured',
});
