import { describe, expect, it } from '@jest/globals';
import type { LedgerKind } from '#contracts';
import type { Entry } from './entry.js';
import { covering, postEntry, sumsOf } from './post-entry.js';

const stated = { method: '发票', approvalRef: '发还字〔2022〕1号', note: '核实' };
const entry = (id: string, kind: LedgerKind, amountFen: number, by = 'maker', rest: Partial<Entry> = {}): Entry => ({
  ...stated,
  id,
  kind,
  amountFen,
  by: { accountId: by },
  ...rest,
});

/** Posts entries one after the other; throws the first refusal. */
const post = (...drafts: Entry[]): Entry[] =>
  drafts.reduce<Entry[]>((ledger, draft) => {
    postEntry(ledger, draft, { filed: true });
    return [...ledger, draft];
  }, []);

const loss = entry('1', 'LOSS_REPORTED', 100);
const seized = entry('2', 'SEIZED', 60, 'maker', { holding: 'copper' });
const recovered = entry('3', 'RECOVERED', 60, 'maker', { holding: 'copper' });
const returned = entry('4', 'RETURNED', 60, 'approver', { holding: 'copper' });

describe('money that is stopped, and a loss that is verified', () => {
  const stop = (id: string, amountFen: number, holding = '尾号6688') =>
    entry(id, 'STOPPED', amountFen, 'maker', { holding });

  it('stops an account at most twice; the second stop takes over the first', () => {
    const ledger = post(loss, stop('2', 30), stop('3', 50));
    expect(sumsOf(ledger).heldFen).toBe(50);
    expect(() => post(...ledger, stop('4', 50))).toThrow('ledger.stopped-twice');
    expect(() => post(...ledger, entry('4', 'REVERSAL', 30, 'other', { reverses: '2' }))).toThrow('ledger.taken-over');
    expect(post(...ledger, stop('4', 50, '尾号1111'))).toHaveLength(4);
  });

  it('returns nothing straight from a stop; what is frozen comes back', () => {
    const stopped = post(loss, stop('2', 60));
    const back = entry('9', 'RETURNED', 60, 'approver', { holding: '尾号6688' });
    expect(() => post(...stopped, back)).toThrow('ledger.stopped-only');
    const frozen = post(...stopped, entry('3', 'FROZEN', 60, 'maker', { holding: '尾号6688' }));
    expect(sumsOf(frozen).heldFen).toBe(60);
    expect(sumsOf(post(...frozen, back))).toMatchObject({ heldFen: 0, returnedFen: 60 });
  });

  it('counts of a stop or a freeze what is missing and not yet held, and notes the rest', () => {
    expect(covering([loss], stop('2', 99_900_000_000))).toMatchObject({
      amountFen: 100,
      notedFen: 99_900_000_000 - 100,
    });
    expect(covering([loss], stop('2', 60))).not.toHaveProperty('notedFen');
    const held = post(loss, stop('2', 60));
    expect(covering(held, stop('3', 60, '尾号1111'))).toMatchObject({ amountFen: 40, notedFen: 20 });
    expect(covering(held, stop('3', 500))).toMatchObject({ amountFen: 100, notedFen: 400 });
    expect(() => covering(post(loss, stop('2', 100)), stop('3', 1, '尾号1111'))).toThrow('ledger.loss-covered');
    expect(() => covering([], stop('1', 1))).toThrow('ledger.loss-covered');
  });

  it('verifies a loss once; another figure is an adjustment', () => {
    const verified = post(loss, entry('v', 'LOSS_VERIFIED', 80));
    expect(() => post(...verified, entry('w', 'LOSS_VERIFIED', 80, 'other'))).toThrow('ledger.already-verified');
    const again = post(
      ...verified,
      entry('r', 'REVERSAL', 80, 'other', { reverses: 'v' }),
      entry('w', 'LOSS_VERIFIED', 90),
    );
    expect(sumsOf(again).verifiedFen).toBe(90);
    const items = post(
      loss,
      entry('a', 'LOSS_VERIFIED', 1, 'x', { holding: 'a' }),
      entry('b', 'LOSS_VERIFIED', 2, 'x', { holding: 'b' }),
    );
    expect(sumsOf(items).verifiedFen).toBe(3);
    expect(() => post(...items, entry('c', 'LOSS_VERIFIED', 2, 'x', { holding: 'b' }))).toThrow(
      'ledger.already-verified',
    );
  });

  it('counts as redressed what was returned and compensated, and nothing else', () => {
    const ledger = post(loss, seized, recovered, returned, entry('5', 'COMPENSATED', 30));
    expect(sumsOf(ledger)).toMatchObject({ recoveredFen: 60, redressedFen: 90, outstandingFen: 10 });
  });
});
