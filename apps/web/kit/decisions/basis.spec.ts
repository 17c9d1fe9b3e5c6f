import { describe, expect, it } from '@jest/globals';
import { changesSince, fileBasis, intakeBasis, releaseBasis, tagOf } from './basis';

type Line = ReturnType<typeof changesSince>[number];
const line = (source: string, sequence: number, type: string, version?: number): Line => ({
  at: '2026-03-01T00:00:00.000Z',
  recordedAt: '2026-03-01T00:00:00.000Z',
  source,
  sequence,
  type,
  text: { zh: type, en: type },
  ...(version !== undefined && { version }),
});

const begun = [line('intake', 1, 'incident.reported.v1', 1), line('routing', 1, 'assignment.decline-requested.v1')];
const since = [
  line('intake', 2, 'incident.regraded.v1', 2),
  line('routing', 2, 'assignment.acknowledged.v1'),
  line('routing', 3, 'assignment.decline-rejected.v1'),
  line('cases', 1, 'case.registered.v1', 3),
];
const now = { timeline: [...begun, ...since] };
const versions = { intake: 1, file: 1 };
const told = (lines: readonly Line[]): string[] => lines.map(({ type }) => type);

describe('what has changed since somebody began to decide', () => {
  it('is, for grade and cancelling, what intake told', () => {
    const basis = intakeBasis({ versions, timeline: begun });
    expect([tagOf(basis), told(changesSince(basis, now))]).toEqual(['"1"', ['incident.regraded.v1']]);
  });

  it('is, for the file and its case, what moved their version: no unit that signs', () => {
    const stale = ['incident.regraded.v1', 'case.registered.v1'];
    expect(told(changesSince(fileBasis(1), now))).toEqual(stale);
    expect(told(changesSince(fileBasis(2), now))).toEqual(stale.slice(1));
    expect(changesSince(fileBasis(3), now)).toEqual([]);
  });

  it('is, for a release, what was asked and decided about releases', () => {
    const asked = { decline: { reason: 'engaged', version: 3 } } as Parameters<typeof releaseBasis>[0];
    const basis = releaseBasis(asked, { timeline: begun });
    expect([tagOf(basis), told(changesSince(basis, now))]).toEqual(['"3"', ['assignment.decline-rejected.v1']]);
  });
});
