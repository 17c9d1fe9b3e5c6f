import { describe, expect, it } from '@jest/globals';
import { actsNow, inOrder, type Act, type Assignment } from './order';

const assignment = (assignmentId: string, state: Assignment['state'], minute: number): Assignment =>
  ({ assignmentId, state, acknowledgeBy: new Date(minute * 60_000).toISOString() }) as Assignment;

describe('the order of a unit’s assignments', () => {
  it('puts first what was not taken yet, soonest due first, then what is farthest', () => {
    const all = [
      assignment('asked', 'DECLINE_REQUESTED', 1),
      assignment('taken', 'ACKNOWLEDGED', 2),
      assignment('working', 'WORKING', 3),
      assignment('new, late due', 'ISSUED', 9),
      assignment('new, soon due', 'ISSUED', 8),
    ];
    expect(inOrder(all).map(({ assignmentId }) => assignmentId)).toEqual([
      'new, soon due',
      'new, late due',
      'working',
      'taken',
      'asked',
    ]);
  });
});

describe('what may be done', () => {
  const acts: Act[] = ['acknowledge', 'decline'];

  it.each<[Act[], readonly Act[]]>([
    [[], acts],
    [['acknowledge'], ['depart', 'arrive', 'start-work', 'feedback']],
    [
      ['acknowledge', 'depart'],
      ['arrive', 'start-work', 'feedback'],
    ],
    [
      ['acknowledge', 'depart', 'feedback'],
      ['arrive', 'start-work', 'feedback'],
    ],
    [['complete'], []],
    [['decline'], []],
  ])('after %j', (waiting, expected) => expect(actsNow({ acts }, waiting)).toEqual(expected));

  it('still takes what the server says while feedback waits', () => {
    expect(actsNow({ acts: ['complete', 'feedback'] }, ['feedback'])).toEqual(['complete', 'feedback']);
  });
});
