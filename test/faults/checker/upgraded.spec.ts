import { describe, expect, it } from '@jest/globals';
import { ledgersBalance } from './invariants/i9-ledger.mjs';

const UPGRADED_AT = Date.parse('2026-11-30T10:00:00Z');
const BEFORE = '2026-11-30 09:59:59.000';
const AFTER = '2026-11-30 10:00:01.000';
const MAKER = JSON.stringify({ accountId: 'maker' });
const entry = (line: number, kind: string, at: string, more: object = {}) => ({
  id: `e${line}`,
  case_id: 'c1',
  line,
  kind,
  amount_fen: 100,
  holding: null,
  reverses: null,
  by: MAKER,
  approved_by: null,
  recorded_at: at,
  ...more,
});
const told = (line: number, at: string, figures: object) => ({
  source: 'cases',
  subject: 'i1',
  sequence: line,
  type: 'loss.entry-posted.v1',
  time: Date.parse(`${at.replace(' ', 'T')}Z`),
  body: { caseId: 'c1', entry: { entryId: `e${line}` }, figures },
});
const FIGURES = { reportedFen: 0, verifiedFen: 100, recoveredFen: 0, returnedFen: 0 };
const FIRST = { ...FIGURES, heldFen: 0, outstandingFen: 100 };
const HELD = { ...FIGURES, recoveredFen: 100, heldFen: 100, outstandingFen: 100 };
const BACK = { ...FIGURES, recoveredFen: 100, returnedFen: 100, heldFen: 0, outstandingFen: 0 };

/** What is found about a ledger that verified, recovered and returned 100 fen, the return at a time. */
function faultsOf(at: string, last: object, { upgradedAt = UPGRADED_AT, more = {} } = {}): string[] {
  const rows = [entry(1, 'LOSS_VERIFIED', BEFORE), entry(2, 'RECOVERED', BEFORE), entry(3, 'RETURNED', at, more)];
  const events = [told(1, BEFORE, FIRST), told(2, BEFORE, HELD), told(3, at, last)];
  const cases = { ledger_entry: rows, case_record: [{ id: 'c1' }] };
  const found: string[] = [];
  const history = { tables: { cases }, events, whole: true, client: { upgradedAt } };
  ledgersBalance(history, (_kind, _subject, detail) => found.push(detail));
  return found;
}

describe('the ledger of a history that an earlier release began', () => {
  it('is held to the rules of then as far as that release wrote it', () => {
    expect(faultsOf(BEFORE, BACK)).toEqual([]);
  });

  it('is held to the rules of now from the upgrade on, and everywhere in a history without one', () => {
    const missing = [
      'line 3: nobody approved it',
      'compensatedFen: announced undefined, counted 0',
      'redressedFen: announced undefined, counted 100',
    ];
    expect(faultsOf(AFTER, BACK)).toEqual(missing);
    expect(faultsOf(BEFORE, BACK, { upgradedAt: 0 })).toEqual(expect.arrayContaining(missing));
  });

  it('has approvals by others and figures that are counted alike, whoever names them', () => {
    const approved = { approved_by: JSON.stringify({ accountId: 'approver' }) };
    const all = { ...BACK, compensatedFen: 0, redressedFen: 100 };
    expect(faultsOf(AFTER, all, { more: approved })).toEqual([]);
    expect(faultsOf(AFTER, all, { more: { approved_by: MAKER } })).toEqual(['line 3: approved by who made it']);
    expect(faultsOf(BEFORE, { ...BACK, redressedFen: 99 })).toEqual(['redressedFen: announced 99, counted 100']);
  });
});
