import type { Schemas } from '../../kit/api/client';

/** One incident in the queue. */
export type Row = Schemas['IncidentFileSummary'];

/** What the queue is narrowed to. */
export const VIEWS = ['open', 'held', 'unassigned', 'pending', 'active', 'review', 'ended'] as const;
export type View = (typeof VIEWS)[number];

const UNASSIGNED = new Set(['RECEIVED', 'TRIAGED']);
const ACTIVE = new Set(['RESPONDING', 'ON_SCENE']);

/**
 * Where an incident stands for the desk: a call taker has to look at it before anybody is sent, nobody was sent, nobody has taken it yet, units work on it, the desk must review it,
 * or it ended.
 */
export function viewOf({ state, held }: Pick<Row, 'state' | 'held'>): Exclude<View, 'open'> {
  if (held?.of === 'dispatch') return 'held';
  if (UNASSIGNED.has(state)) return 'unassigned';
  if (state === 'DISPATCHED') return 'pending';
  if (ACTIVE.has(state)) return 'active';
  return state === 'HANDLED' ? 'review' : 'ended';
}

/** Whether a view holds an incident; of one that units serve later reports may be held. */
export function belongs(row: Row, view: View): boolean {
  if (view === 'held') return row.held !== undefined;
  const own = viewOf(row);
  return own === view || (view === 'open' && own !== 'ended');
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
/** When the next clock of a row runs out; behind every instant when none runs. */
const dueOf = ({ nextClock }: Row): string => nextClock?.dueAt ?? '9';

/** Whether nobody was sent to it, so that the desk's own clock runs. */
export const isUnassigned = (row: Pick<Row, 'state' | 'held' | 'nextClock'>): boolean =>
  row.nextClock?.clock === 'assign' || viewOf(row) === 'unassigned';

/** Whether the desk has to decide, or to find somebody: to send at all, or to lead. */
const needsSomebody = (row: Row): boolean =>
  row.held !== undefined || isUnassigned(row) || row.leadMissing !== undefined;

/** By priority, those that need somebody first, then by the clock that runs out next, then by age; what has ended newest first. */
export function compareRows(a: Row, b: Row): number {
  const [endedA, endedB] = [viewOf(a) === 'ended', viewOf(b) === 'ended'];
  if (endedA !== endedB) return endedA ? 1 : -1;
  if (endedA) return compareText(b.receivedAt, a.receivedAt);
  return (
    compareText(a.priority, b.priority) ||
    Number(needsSomebody(b)) - Number(needsSomebody(a)) ||
    compareText(dueOf(a), dueOf(b)) ||
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

/** Whether rows stand in an order that their priorities no longer have. */
export function isStale({ ids }: Shown, rows: ReadonlyMap<string, Row>, view: View): boolean {
  if (view === 'ended') return false;
  const priorities = ids.flatMap((id) => {
    const row = rows.get(id);
    return row && viewOf(row) !== 'ended' ? row.priority : [];
  });
  return priorities.some((priority, at) => at > 0 && priority < (priorities[at - 1] ?? priority));
}
