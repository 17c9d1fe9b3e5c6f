import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import type { ToldType } from '../facts-of.js';
import { firstKnown, type Known } from '../known.js';
import { NOTICES } from './index.js';
import type { NoticeKind } from './notice.js';

const at = '2026-05-21T02:00:00.000Z';
const typeName = { zh: '盗窃', en: 'theft' };
const known = firstKnown({ occurredAt: at, incidentId: 'i', number: 'JQ1', typeName, enterpriseId: 'e' });
const asked = { ...known, service: true };
const all: readonly NoticeKind[] = NOTICES;

/** Keys of the notices that an event calls for. */
const calledFor = (type: ToldType, facts: Partial<Facts>, about: Known = known): string[] =>
  all.filter(({ on }) => on[type]?.({ occurredAt: at, ...facts }, about)).map(({ key }) => key);

/** Facts that between them call for every notice. */
const OCCASIONS: readonly Facts[] = [
  { occurredAt: at, assigned: [{ assignmentId: 'a', unitId: 'PS01', discipline: 'PS', role: 'lead' }] },
  { occurredAt: at, assigned: [] },
  { occurredAt: at, proposedAct: 'return', state: 'APPROVED', amountFen: 5 },
  { occurredAt: at, role: 'lead', outcome: 'CASE_REGISTERED', caseKind: 'administrative' },
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
    for (const rule of rules) {
      expect(OCCASIONS.some((facts) => rule(facts, known) || rule(facts, asked))).toBe(true);
    }
  });

  it('never has two for one event', () => {
    const types = new Set(all.flatMap(({ on }) => Object.keys(on) as ToldType[]));
    for (const type of types) {
      for (const facts of OCCASIONS) {
        for (const about of [known, asked]) {
          expect([type, calledFor(type, facts, about).slice(1)]).toEqual([type, []]);
        }
      }
    }
  });
});

describe('what an enterprise is told is true', () => {
  const text = (key: string, facts: Partial<Facts> = {}, language: 'zh' | 'en' = 'zh'): string => {
    const kind = all.find((each) => each.key === key);
    return kind?.text({ occurredAt: at, ...facts, number: 'JQ1', typeName })[language] ?? '';
  };

  it('a unit that has not signed off says nothing about help being late; nobody on the way does', () => {
    expect(calledFor('clock.breached.v1', { clock: 'acknowledge', stage: 100 })).toEqual([]);
    expect(calledFor('dispatch.planned.v1', { assigned: [], gaps: 3 })).toEqual(['delayed']);
  });

  it('an ambulance that arrives is no police on the scene', () => {
    expect(calledFor('assignment.arrived.v1', { partner: true, state: 'ARRIVED' })).toEqual([]);
    expect(calledFor('assignment.arrived.v1', { partner: false, state: 'ARRIVED' })).toEqual(['arrived']);
  });

  it('a unit that helps from afar has taken no measures on the scene; the lead and a unit there have', () => {
    expect(calledFor('assignment.feedback-given.v1', { role: 'assist', state: 'WORKING' })).toEqual([]);
    expect(calledFor('assignment.feedback-given.v1', { role: 'lead', state: 'WORKING' })).toEqual(['feedback']);
    expect(calledFor('assignment.feedback-given.v1', { role: 'assist', state: 'ARRIVED' })).toEqual(['feedback']);
    expect(calledFor('assignment.feedback-given.v1', { role: 'assist', state: 'ARRIVED', partner: true })).toEqual([]);
  });

  it('property can be collected once its return is approved, and was returned once it is', () => {
    const moved = (proposedAct: 'return' | 'freeze', state: 'PROPOSED' | 'APPROVED' | 'CARRIED_OUT') =>
      calledFor('case.proposal-moved.v1', { proposedAct, state });
    expect(moved('return', 'APPROVED')).toEqual(['property_ready']);
    expect([moved('return', 'PROPOSED'), moved('return', 'CARRIED_OUT'), moved('freeze', 'APPROVED')]).toEqual([
      [],
      [],
      [],
    ]);
    const told = text('property_ready', { caseNumber: 'A1', amountFen: 395_000 });
    expect(told).toContain('3,950.00 元');
    expect(told).toMatch(/可以领取.*身份证件.*不得代领/);
    expect(told).not.toMatch(/已发还/);
  });

  it('a case that is decided does not go on when its incident is closed', () => {
    const closing = (caseGoesOn?: boolean) =>
      calledFor('incident.closed.v1', { outcome: 'CASE_REGISTERED', caseGoesOn });
    expect([closing(), closing(true), closing(false)]).toEqual([['case_continues'], ['case_continues'], ['closed']]);
  });

  it('a report is received; whether it is accepted is a legal decision', () => {
    expect(text('received')).toMatch(/接报/);
    for (const { key } of all) expect(text(key)).not.toMatch(/受理|您|贵企业|保全/);
  });

  it('advice on what to do until help comes goes with the receipt', () => {
    const typeAdvice = { zh: '请勿再转账。', en: 'Transfer nothing more.' };
    expect(text('received', { typeAdvice })).toContain('请勿再转账。');
    expect(text('received', { typeAdvice }, 'en')).toContain('Transfer nothing more. In danger');
  });

  it('times are on the clock of the centre, and say so', () => {
    expect(text('arrived')).toContain('北京时间 2026-05-21 10:00');
    expect(text('arrived', {}, 'en')).toContain('2026-05-21 10:00 Beijing time');
  });

  it.each([
    ['CASE_REGISTERED', 'case_continues', /案件继续办理/],
    ['ECONOMIC_DISPUTE', 'closed', /经济纠纷.*仲裁/],
    ['FALSE_ALARM', 'closed', /未发生/],
    ['MEDIATED', 'closed', /已调解/],
  ] as const)('the end with %s says what came of it', (outcome, key, words) => {
    expect(calledFor('incident.closed.v1', { outcome })).toEqual([key]);
    expect(text(key, { outcome })).toMatch(words);
  });

  it('nothing is promised that nobody can answer', () => {
    for (const { key } of all)
      expect(text(key, { followUpDueAt: at }) + text(key, {}, 'en')).not.toMatch(/回访|asked how/);
  });

  it('property that was given back is not to be collected any more', () => {
    expect(text('property_returned', { amountFen: 100 })).not.toMatch(/领取|携带/);
  });

  it('criminal cases speak of filing and reconsideration, administrative ones of acceptance and administrative review', () => {
    expect(calledFor('case.not-filed.v1', { caseKind: 'criminal' })).toEqual(['case_not_filed']);
    expect(calledFor('case.not-filed.v1', { caseKind: 'administrative' })).toEqual(['admin_case_not_accepted']);
    expect(text('case_not_filed')).toMatch(/不予立案.*七日内申请复议/);
    expect(text('admin_case_not_accepted')).toMatch(/不予处理.*六十日内申请行政复议/);
    expect(calledFor('case.registered.v1', { caseKind: 'administrative' })).toEqual(['admin_case_registered']);
  });

  it('a request for a service is spoken of as one from its beginning to its end', () => {
    const life: readonly (readonly [ToldType, Partial<Facts>])[] = [
      ['incident.reported.v1', {}],
      ['dispatch.planned.v1', { assigned: [] }],
      ['dispatch.gap-filled.v1', {}],
      ['assignment.arrived.v1', { state: 'ARRIVED' }],
      ['incident.closed.v1', { outcome: 'SERVICE_DONE' }],
      ['incident.cancelled.v1', {}],
    ];
    const told = life.flatMap(([type, facts]) => calledFor(type, facts, asked));
    expect(told).toHaveLength(life.length);
    for (const key of told) expect(text(key)).not.toMatch(/报警|警情|民警|警力|结警/);
  });
});
