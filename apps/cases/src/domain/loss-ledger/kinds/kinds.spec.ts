import { describe, expect, it } from '@jest/globals';
import { LEDGER_KINDS, LEDGER_VOCABULARY } from '#contracts';
import { LEDGER_LINE_KINDS } from '../ledger-kind.js';
import { LEDGER_RULES } from './index.js';

describe('the kinds of ledger entries', () => {
  it('are the words of the vocabulary, in its order', () => {
    expect(Object.keys(LEDGER_RULES)).toEqual(LEDGER_KINDS);
    for (const [kind, rule] of Object.entries(LEDGER_RULES)) expect(rule.kind).toBe(kind);
  });

  it.each(LEDGER_KINDS)('%s has a word in both languages', (kind) => {
    expect(LEDGER_VOCABULARY[kind].zh).toMatch(/[\u4e00-\u9fff]/);
    expect(LEDGER_VOCABULARY[kind].en).toMatch(/^[A-Z][a-z ]+$/);
  });

  it.each(LEDGER_KINDS)('%s does not draw from what it puts into, and must draw from something if it must', (kind) => {
    const { drawsFrom, mustDraw, putsInto, takesOver } = LEDGER_RULES[kind];
    if (!takesOver) expect(drawsFrom).not.toContain(putsInto);
    if (mustDraw) expect(drawsFrom).not.toEqual([]);
  });

  it('tell an enterprise of every notice what it reads in its file', () => {
    const noticed = LEDGER_KINDS.filter((kind) => LEDGER_VOCABULARY[kind].notice !== null);
    for (const kind of noticed) expect(LEDGER_LINE_KINDS).toContain(LEDGER_RULES[kind].toldAs);
  });

  it('leave nothing under control that no kind can take out again', () => {
    const rules = Object.values(LEDGER_RULES);
    const out = new Set(rules.filter(({ putsInto }) => putsInto === null).flatMap(({ drawsFrom }) => drawsFrom));
    for (const { putsInto } of rules) if (putsInto !== null) expect([...out]).toContain(putsInto);
  });
});
