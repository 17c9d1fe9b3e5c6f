import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import type { ToldType } from '../facts-of.js';
import { firstKnown } from '../known.js';
import { NOTICES } from './index.js';
import type { NoticeKind } from './notice.js';

const at = '2026-05-21T02:00:00.000Z';
const typeName = { zh: '盗窃', en: 'theft' };
const known = firstKnown({ occurredAt: at, incidentId: 'i', number: 'JQ1', typeName, enterpriseId: 'e' });
const all: readonly NoticeKind[] = NOTICES;

/** Facts that between them call for every notice. */
const OCCASIONS: readonly Facts[] = [
  { occurredAt: at, assigned: [{ assignmentId: 'a', unitId: 'PS01', discipline: 'PS', role: 'lead' }] },
  { occurredAt: at, assigned: [] },
  { occurredAt: at, ledgerKind: 'REVERSAL', reversedKind: 'STOPPED', amountFen: 5 },
  ...(['STOPPED', 'FROZEN', 'STOP_ENDED', 'UNFROZEN', 'RETURNED'] as const).map((ledgerKind) => ({
    occurredAt: at,
    ledgerKind,
    amountFen: 5,
  })),
];

describe('the list of notices', () => {
  it('has every key once, in the form of a word of the feed', () => {
    const keys = all.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z]+(_[a-z]+)*$/.test(key) || key.length > 40)).toEqual([]);
  });

  it.each(all.map((kind) => [kind.key, kind] as const))('%s speaks both languages whatever is known', (_key, kind) => {
    expect(kind.version).toBeGreaterThan(0);
    for (const facts of [
      {},
      { occurredAt: at, answerBy: at, followUpDueAt: at, caseNumber: 'A1', amountFen: 12_345 },
    ]) {
      const { zh, en } = kind.text({ ...facts, number: 'JQ1', typeName });
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/[a-z]{3}/);
      expect(zh + en).not.toMatch(/undefined|NaN|Invalid/);
    }
  });

  it.each(all.map((kind) => [kind.key, kind] as const))('%s has an occasion', (_key, kind) => {
    const rules = Object.values(kind.on);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(OCCASIONS.some((facts) => rule(facts, known))).toBe(true);
  });

  it('never has two for one event', () => {
    const types = new Set(all.flatMap(({ on }) => Object.keys(on) as ToldType[]));
    for (const type of types) {
      for (const facts of OCCASIONS) {
        const fired = all.filter(({ on }) => on[type]?.(facts, known)).map(({ key }) => key);
        expect([type, fired.slice(1)]).toEqual([type, []]);
      }
    }
  });
});
