import { describe, expect, it } from '@jest/globals';
import { compareRows, drawAnew, keepPlaces, viewOf, type Row } from './order';

const row = (incidentId: string, more: Partial<Row> = {}): Row =>
  ({ incidentId, state: 'DISPATCHED', priority: 'P3', receivedAt: '2026-05-21T10:00:00.000Z', ...more }) as Row;
const due = (dueAt: string): Pick<Row, 'nextClock'> => ({
  nextClock: { clock: 'acknowledge', from: '', dueAt, unit: { id: 'PS01', name: '' } },
});
const rows = (...all: Row[]): Map<string, Row> => new Map(all.map((each) => [each.incidentId, each]));

describe('the queue', () => {
  it('is in the order of priority, then of the next clock, then of age', () => {
    const all = [
      row('old', { receivedAt: '2026-05-21T08:00:00.000Z' }),
      row('new', { receivedAt: '2026-05-21T09:00:00.000Z' }),
      row('later', due('2026-05-21T10:09:00.000Z')),
      row('sooner', due('2026-05-21T10:01:00.000Z')),
      row('urgent', { priority: 'P1' }),
      row('closed', { priority: 'P1', state: 'CLOSED' }),
    ];
    expect(all.sort(compareRows).map(({ incidentId }) => incidentId)).toEqual([
      'urgent', 'sooner', 'later', 'old', 'new', 'closed',
    ]); // prettier-ignore
  });

  it.each([
    ['RECEIVED', 'pending'],
    ['DISPATCHED', 'pending'],
    ['ON_SCENE', 'active'],
    ['HANDLED', 'review'],
    ['CANCELLED', 'ended'],
  ] as const)('takes %s for %s', (state, view) => {
    expect(viewOf({ state })).toBe(view);
  });

  it('moves no row: what is new waits, what left the view stays where it is', () => {
    const before = drawAnew(rows(row('a'), row('b')), 'pending');
    const after = keepPlaces(
      before,
      rows(row('a', { state: 'CLOSED' }), row('b'), row('c', { priority: 'P1' })),
      'pending',
    );
    expect(after).toEqual({ ids: ['a', 'b'], fresh: ['c'] });
    expect(drawAnew(rows(row('b'), row('c', { priority: 'P1' })), 'pending')).toEqual({ ids: ['c', 'b'], fresh: [] });
  });

  it('shows at once what comes into an empty view', () => {
    expect(keepPlaces({ ids: [], fresh: [] }, rows(row('a')), 'open')).toEqual({ ids: ['a'], fresh: [] });
  });
});
