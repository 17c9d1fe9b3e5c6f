import { describe, expect, it } from '@jest/globals';
import { actsOf, type ActingAssignment, type UnitAct } from './acts.js';

const lead = (state: ActingAssignment['state'], feedbackCount = 0): ActingAssignment => ({
  state,
  role: 'lead',
  feedbackCount,
});

describe('what a unit may do', () => {
  it.each<[ActingAssignment, UnitAct[]]>([
    [lead('ISSUED'), ['acknowledge', 'decline']],
    [lead('ACKNOWLEDGED'), ['depart', 'arrive', 'start-work', 'feedback', 'decline']],
    [lead('EN_ROUTE'), ['arrive', 'start-work', 'feedback']],
    [lead('ARRIVED'), ['start-work', 'feedback']],
    [lead('WORKING'), ['feedback']],
    [lead('WORKING', 1), ['complete', 'feedback']],
    [lead('ARRIVED', 1), ['start-work', 'feedback', 'complete']],
    [{ ...lead('WORKING'), role: 'assist' }, ['feedback', 'complete']],
    [
      { ...lead('ACKNOWLEDGED'), role: 'assist' },
      ['depart', 'arrive', 'start-work', 'feedback', 'complete', 'decline'],
    ],
    [lead('COMPLETED', 1), ['feedback']],
    [lead('DECLINE_REQUESTED'), []],
    [lead('DECLINED'), []],
    [lead('RECALLED'), []],
  ])('%o', (assignment, acts) => {
    expect(actsOf(assignment)).toEqual(acts);
  });
});
