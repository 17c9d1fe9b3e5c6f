import { describe, expect, it } from '@jest/globals';
import { versionsAfter } from './decision-version.js';

describe('the versions that decisions about an incident name', () => {
  const before = { intake: 1, file: 4 };

  it('stand while a unit signs, moves or tells, and while clocks run', () => {
    for (const type of ['assignment.acknowledged.v1', 'assignment.feedback-given.v1', 'clock.breached.v1']) {
      expect(versionsAfter(before, { source: 'routing', type, sequence: 9 })).toEqual(before);
    }
  });

  it('move with what intake decides, and for decisions about the file with whatever is not known to leave them alone', () => {
    const regraded = { source: 'intake', type: 'incident.regraded.v1', sequence: 2 };
    expect(versionsAfter(before, regraded)).toEqual({ intake: 2, file: 5 });
    const restricted = { source: 'cases', type: 'incident.restricted.v1', sequence: 7 };
    expect(versionsAfter(before, restricted)).toEqual({ intake: 1, file: 5 });
    expect(versionsAfter(before, { source: 'routing', type: 'unheard.of.v1', sequence: 7 }).file).toBe(5);
  });
});
