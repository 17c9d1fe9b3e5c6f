import { describe, expect, it } from '@jest/globals';
import { caseActsOf } from './case-acts';

type File = NonNullable<Parameters<typeof caseActsOf>[0]>;
const file = (more: object = {}): File =>
  ({
    state: 'HANDLED',
    leadUnit: { id: 'PS01', name: '派出所' },
    assignments: [
      { unit: { id: 'PS01' }, state: 'COMPLETED' },
      { unit: { id: 'CID01' }, state: 'COMPLETED' },
      { unit: { id: 'PS02' }, state: 'RECALLED' },
    ],
    ...more,
  }) as unknown as File;
const officer = (unitId: string) => ({ roles: ['officer', 'case_officer'] as const, unitId });

describe('what a phone offers about a case', () => {
  it('is to open it for the lead, while the incident has not ended', () => {
    expect(caseActsOf(file(), officer('PS01'))).toEqual(['open-case']);
    expect(caseActsOf(file(), officer('CID01'))).toEqual([]);
    expect(caseActsOf(file({ state: 'CLOSED' }), officer('PS01'))).toEqual([]);
  });

  it('is to bring it forward for the lead and to keep its ledger for whoever was sent, also after the incident', () => {
    const withCase = file({ state: 'CLOSED', case: {} });
    expect(caseActsOf(withCase, officer('PS01'))).toEqual(['case', 'ledger']);
    expect(caseActsOf(withCase, officer('CID01'))).toEqual(['ledger']);
  });

  it('is nothing for others, for who was recalled, and for officers who work on no case', () => {
    const withCase = file({ case: {} });
    for (const unit of ['PS02', 'PS09']) expect(caseActsOf(withCase, officer(unit))).toEqual([]);
    expect(caseActsOf(withCase, { roles: ['officer'], unitId: 'PS01' })).toEqual([]);
    expect(caseActsOf(undefined, officer('PS01'))).toEqual([]);
  });
});
