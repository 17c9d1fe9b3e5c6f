import { expect, it } from '@jest/globals';
import { heldAlarm } from './held';
import type { Row } from './order';

const NOW = Date.parse('2026-05-21T10:02:00.000Z');
const row = (incidentId: string, priority: string, since: string, enterprise = 'e1'): Row =>
  ({
    incidentId,
    priority,
    enterprise: { id: enterprise, name: '' },
    held: {
      of: 'dispatch',
      reason: 'account_reports',
      since: `2026-05-21T${since}.000Z`,
      dueAt: new Date(Date.parse(`2026-05-21T${since}.000Z`) + 60_000).toISOString(),
    },
  }) as Row;

it('rings for what a life may hang on, once for an enterprise however many it sends', () => {
  const all = ['a', 'b', 'c'].map((id, n) => row(id, 'P1', `10:01:3${n}`));
  expect(heldAlarm([...all, row('d', 'P1', '10:01:40', 'e2')], NOW)).toMatchObject({
    ids: ['held e1', 'held e2'],
    isOverdue: false,
    since: Date.parse('2026-05-21T10:01:30.000Z'),
    rows: { length: 4 },
  });
});

it('rings anew when nobody has decided in time, and then says that first', () => {
  const alarm = heldAlarm([row('a', 'P1', '10:00:30'), row('b', 'P1', '10:01:30'), row('c', 'P3', '10:00:00')], NOW);
  expect(alarm).toMatchObject({ ids: ['held e1 overdue', 'held e1'], isOverdue: true, rows: { length: 2 } });
});

it('is silent where what is held can wait, and where nothing is held', () => {
  expect(heldAlarm([row('a', 'P3', '10:01:30'), { incidentId: 'x', priority: 'P1' } as Row], NOW)).toBeUndefined();
});
