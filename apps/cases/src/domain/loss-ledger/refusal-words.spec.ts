import { describe, expect, it } from '@jest/globals';
import { LEDGER_KINDS, type LedgerKind } from '#contracts';
import { Refusal, type Texts } from '#domain-kit';
import { CATEGORY_WORDS, type Entry } from './entry.js';
import { LEDGER_RULES } from './kinds/index.js';
import { postEntry } from './post-entry.js';

const whole = (kind: LedgerKind): Entry => ({
  id: '2',
  kind,
  amountFen: 4_180_000,
  holding: '铜料',
  reverses: '1',
  method: '发票',
  approvalRef: '发还字〔2022〕1号',
  note: '核实',
  by: { accountId: 'maker' },
});

function refusalOf(entry: Entry, ...before: Entry[]): Texts {
  try {
    postEntry(before, entry, { filed: true });
  } catch (error) {
    if (error instanceof Refusal) return error.messages;
    throw error;
  }
  throw new Error(`${entry.kind} was not refused`);
}

const lacking = LEDGER_KINDS.flatMap((kind) => LEDGER_RULES[kind].needs.map((field) => ({ kind, field })));

describe('what the ledger refuses, it says in words', () => {
  it.each(lacking)('$kind without $field names neither the field nor the kind by its code', ({ kind, field }) => {
    const { zh, en } = refusalOf({ ...whole(kind), [field]: undefined });
    expect(zh).toMatch(/缺少/);
    expect(zh).not.toMatch(/[A-Za-z]/);
    expect(en).not.toMatch(/[a-z][A-Z]|[A-Z]{2}|_/);
  });

  it.each(Object.keys(CATEGORY_WORDS))('nothing is held as %s', (holding) => {
    const { zh, en } = refusalOf({ ...whole('RETURNED'), holding });
    expect(zh).toMatch(/没有名为/);
    expect(zh).not.toMatch(/[A-Za-z]/);
    expect(en).not.toMatch(/[A-Z]{2}|_/);
  });

  it('amounts are yuan, as they are typed', () => {
    const seized = { ...whole('SEIZED'), id: '1', amountFen: 300_050 };
    expect(refusalOf({ ...whole('RELEASED'), amountFen: 300_051 }, seized)).toEqual({
      zh: '超过在控余额 3,000.50 元',
      en: 'Only 3,000.50 yuan are left of it',
    });
  });
});
