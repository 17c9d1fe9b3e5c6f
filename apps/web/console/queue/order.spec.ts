import { describe, expect, it } from '@jest/globals';
import { belongs, compareRows, drawAnew, isStale, keepPlaces, viewOf, type Row } from './order';

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

  it('puts an incident that nobody was sent to above all others of its priority', () => {
    const assign = { clock: 'assign' as const, from: '', dueAt: '2026-05-21T11:00:00.000Z' };
    const all = [
      row('sooner', { priority: 'P1', ...due('2026-05-21T10:01:00.000Z') }),
      row('nobody', { priority: 'P1', state: 'TRIAGED', nextClock: assign }),
      row('planning', { priority: 'P2', state: 'TRIAGED' }),
      row('running', { priority: 'P2', ...due('2026-05-21T10:01:00.000Z') }),
    ];
    expect(all.sort(compareRows).map(({ incidentId }) => incidentId)).toEqual([
      'nobody', 'sooner', 'planning', 'running',
    ]); // prettier-ignore
  });

  it('puts an incident that nobody leads beside those that nobody was sent to', () => {
    const leadMissing = { since: '2026-05-21T10:00:00.000Z' };
    const all = [
      row('sooner', due('2026-05-21T10:01:00.000Z')),
      row('later', { leadMissing, ...due('2026-05-21T10:09:00.000Z') }),
    ];
    expect(all.sort(compareRows).map(({ incidentId }) => incidentId)).toEqual(['later', 'sooner']);
  });

  it('puts what is held above all others of its priority, with those that need somebody', () => {
    const held = { of: 'dispatch' as const, reason: 'account_reports' as const, since: '', dueAt: '' };
    const release = { clock: 'release' as const, from: '', dueAt: '2026-05-21T10:00:30.000Z' };
    const all = [
      row('running', { priority: 'P1', ...due('2026-05-21T10:00:10.000Z') }),
      row('held', { priority: 'P1', state: 'RECEIVED', held, nextClock: release }),
      row('later reports', { priority: 'P2', held: { ...held, of: 'facts' } }),
    ];
    expect(all.sort(compareRows).map(({ incidentId }) => incidentId)).toEqual(['held', 'running', 'later reports']);
    expect(all.filter((each) => belongs(each, 'held')).map(({ incidentId }) => incidentId)).toEqual([
      'held',
      'later reports',
    ]);
    expect([viewOf(row('h', { state: 'RECEIVED', held })), belongs(row('h', { held }), 'unassigned')]).toEqual([
      'held',
      false,
    ]);
  });

  it('says when a regrading has made its order stale', () => {
    const before = drawAnew(rows(row('a', { priority: 'P2' }), row('b')), 'open');
    const regraded = rows(row('a', { priority: 'P2' }), row('b', { priority: 'P1' }));
    expect(isStale(before, regraded, 'open')).toBe(true);
    expect(isStale(drawAnew(regraded, 'open'), regraded, 'open')).toBe(false);
  });

  it.each([
    ['RECEIVED', 'unassigned'],
    ['TRIAGED', 'unassigned'],
    ['DISPATCHED', 'pending'],
    ['ON_SCENE', 'active'],
    ['HANDLED', 'review'],
    ['CANCELLED', 'ended'],
  ] as const)('takes %s for %s', (state, view) => {
    expect(viewOf(row('any', { state }))).toBe(view);
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
