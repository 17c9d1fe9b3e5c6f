import { describe, expect, it } from '@jest/globals';
import { draftOf } from './drafts';

const on = { incidentId: 'incident', version: 3 };

describe('what was typed for a refused deed', () => {
  it('goes back into the form that it came from', () => {
    const servedAt = '2026-03-01T01:30:00.000Z';
    const body = { move: 'ask-reconsideration', basis: '企业不服', servedAt } as const;
    expect(draftOf({ act: 'case-move', id: 'case', on, body })).toEqual({
      form: 'case',
      typed: { choice: 'ask-reconsideration', basis: '企业不服', served: '2026-03-01T09:30' },
    });
    const entry = { amountFen: 15_050, holding: 'A' };
    expect(draftOf({ act: 'propose', id: 'case', on, body: { act: 'return', basis: '发还', entry } })).toEqual({
      form: 'case',
      typed: { choice: 'return', basis: '发还', disputed: false, yuan: '150.5', holding: 'A' },
    });
    expect(draftOf({ act: 'propose', id: 'case', on, body: { act: 'freeze', basis: '涉案', entry } })).toEqual({
      form: 'ledger',
      typed: { kind: 'FROZEN', basis: '涉案', yuan: '150.5', holding: 'A' },
    });
    expect(draftOf({ act: 'ledger', id: 'case', on, body: { kind: 'SEIZED', amountFen: 100 } })).toMatchObject({
      form: 'ledger',
      typed: { yuan: '1' },
    });
    expect(draftOf({ act: 'feedback', id: 'assignment', body: { text: '已控制' } })).toEqual({
      form: 'feedback',
      typed: { text: '已控制' },
    });
  });

  it('is nothing where nothing is typed', () => {
    expect(draftOf({ act: 'arrive', id: 'assignment', body: {} })).toBeUndefined();
  });
});
