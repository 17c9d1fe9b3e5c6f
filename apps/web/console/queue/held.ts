import type { Row } from './order';

/** What is held and cannot wait: what a life may hang on, and whatever nobody has decided in time. */
export interface HeldAlarm {
  readonly rows: readonly Row[];
  /** What rings: one for each enterprise however many reports it sends, and once more when its time is over. */
  readonly ids: readonly string[];
  readonly isOverdue: boolean;
  /** Since when the longest waits, ms since 1970. */
  readonly since: number;
}

/** The alarm about held reports; undefined where none of them alarms. `now` is server time in ms. */
export function heldAlarm(rows: Iterable<Row>, now: number): HeldAlarm | undefined {
  const waiting = [...rows].filter((row) => row.held && (row.priority === 'P1' || isOverdue(row, now)));
  if (waiting.length === 0) return undefined;
  const overdue = waiting.filter((row) => isOverdue(row, now));
  const shown = overdue.length > 0 ? overdue : waiting;
  return {
    rows: shown,
    ids: [...new Set(waiting.map((row) => `held ${sourceOf(row)}${isOverdue(row, now) ? ' overdue' : ''}`))],
    isOverdue: overdue.length > 0,
    since: Math.min(...shown.map(({ held }) => Date.parse(held?.since ?? ''))),
  };
}

const isOverdue = ({ held }: Row, now: number): boolean => held !== undefined && Date.parse(held.dueAt) < now;
const sourceOf = ({ enterprise, incidentId }: Row): string => enterprise?.id ?? incidentId;
