import { describe, expect, it } from '@jest/globals';
import { shows, withNews } from './news';
import type { Row } from './order';

const row = (state: string, priority = 'P2') => ({ incidentId: 'i', state, priority }) as Row;
const arrived = { source: 'routing', version: 5, dispatchState: 'ON_SCENE' };
const raised = { source: 'intake', version: 2, priority: 'P1' };

describe('news of a row', () => {
  it('are drawn at once, but do not bring back what has ended', () => {
    expect(withNews(row('RESPONDING'), arrived)).toEqual(row('ON_SCENE'));
    expect(withNews(row('RESPONDING'), raised)).toEqual(row('RESPONDING', 'P1'));
    expect(withNews(row('RESPONDING'), { source: 'routing' })).toEqual(row('RESPONDING'));
    expect(withNews(row('CLOSED'), arrived)).toEqual(row('CLOSED'));
  });

  it.each([
    ['a row that is behind', row('RESPONDING'), arrived, false],
    ['a row that has caught up', row('ON_SCENE'), arrived, true],
    ['an event of which nothing shows in a row', row('ON_SCENE'), { source: 'routing', clock: 'acknowledge' }, false],
    ['an event of the service that answers', row('ON_SCENE'), { source: 'cases', version: 1 }, true],
    ['no event at all', row('ON_SCENE'), undefined, true],
  ])('show in %s or not', (_what, fetched, facts, shown) => {
    expect(shows(fetched, facts)).toBe(shown);
  });
});
