import type { Schemas } from '../../kit/api/client';

/** One incident in the queue. */
export type Row = Schemas['IncidentFileSummary'];

/** What the queue is narrowed to. */
export const VIEWS = ['open', 'pending', 'active', 'review', 'ended'] as const;
export type View = (typeof VIEWS)[number];

const PENDING = new Set(['RECEIVED', 'TRIAGED', 'DISPATCHED']);
const ACTIVE = new Set(['RESPONDING', 'ON_SCENE']);

/** Where an incident stands for the desk: nobody has taken it yet, units work on it, the desk must review it, or it ended. */
export function viewOf({ state }: Pick<Row, 'state'>): Exclude<View, 'open'> {
  if (PENDING.has(state)) return 'pending';
  if (ACTIVE.has(state)) return 'active';
  return state === 'HANDLED' ? 'review' : 'ended';
}

/** Whether a view holds an incident. */
export function belongs(row: Row, view: View): boolean {
  const own = viewOf(row);
  return own === view || (view === 'open' && own !== 'ended');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
/** Sorts behind every instant. */
const NEVER = '9';

/** By priority, then by the clock that runs out next, then by age; what has ended newest first. */
export function compareRows(a: Row, b: Row): number {
  const [endedA, endedB] = [viewOf(a) === 'ended', viewOf(b) === 'ended'];
  if (endedA !== endedB) return endedA ? 1 : -1;
  if (endedA) return compareText(b.receivedAt, a.receivedAt);
  return (
    compareText(a.priority, b.priority) ||
    compareText(a.nextClock?.dueAt ?? NEVER, b.nextClock?.dueAt ?? NEVER) ||
    compareText(a.receivedAt, b.receivedAt)
  );
}

/** What is on screen, and what waits to come on. */
export interface Shown {
  /** Ids in the order in which they are drawn. */
  readonly ids: readonly string[];
  /** Ids that belong to the view and are not drawn yet. */
  readonly fresh: readonly string[];
}

/** The view drawn anew: everything in order, nothing waiting. */
export function drawAnew(rows: ReadonlyMap<string, Row>, view: View): Shown {
  const ids = [...rows.values()]
    .filter((row) => belongs(row, view))
    .sort(compareRows)
    .map(({ incidentId }) => incidentId);
  return { ids, fresh: [] };
}

/**
 * The view after a change, without any row moving: rows keep their places, also those that left the view (they are drawn
 * dimmed); new ones wait.
 */
export function keepPlaces(shown: Shown, rows: ReadonlyMap<string, Row>, view: View): Shown {
  if (shown.ids.length === 0) return drawAnew(rows, view);
  const drawn = new Set(shown.ids);
  const fresh = [...rows.values()]
    .filter((row) => belongs(row, view) && !drawn.has(row.incidentId))
    .sort(compareRows)
    .map(({ incidentId }) => incidentId);
  return { ids: shown.ids, fresh };
}
