import type { LiveFacts } from '../../kit/live/live';
import { mayLag } from '../../kit/live/causality';
import { viewOf, type Row } from './order';

/** The parts of a row that events carry. */
const saidBy = ({ priority, dispatchState }: LiveFacts): Partial<Row> => ({
  ...(priority !== undefined && { priority: priority as Row['priority'] }),
  ...(dispatchState !== undefined && { state: dispatchState as Row['state'] }),
});

/** A row as an event says it is now, before anybody has asked; what has ended stays as it is. */
export const withNews = (row: Row, facts: LiveFacts): Row =>
  viewOf(row) === 'ended' ? row : { ...row, ...saidBy(facts) };

/** Whether a row that was fetched is as new as the event; false where nothing of the event shows in a row. */
export function shows(row: Row, facts: LiveFacts | undefined): boolean {
  if (facts === undefined || !mayLag(facts)) return true;
  const said = Object.entries(saidBy(facts));
  return said.length > 0 && said.every(([field, value]) => row[field as keyof Row] === value);
}
