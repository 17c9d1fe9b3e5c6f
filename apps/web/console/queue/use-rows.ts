import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, type ComputedRef } from 'vue';
import { api, data } from '../../kit/api/client';
import { Problem } from '../../kit/api/problem';
import { KEYS } from '../../kit/api/queries';
import { onLive } from '../../kit/live/live';
import { usePolling } from '../../kit/live/polling';
import { Looks } from './looks';
import { shows, withNews } from './news';
import type { Row } from './order';

const PAGE = 200;
/** Open incidents that one desk holds on screen. */
const MOST_PAGES = 10;
const MOST_ENDED = 100;
/** Ids that one request may name. */
const IDS = 50;

/** Rows by the id of their incident. */
export type Rows = ReadonlyMap<string, Row>;

const QUEUE = [KEYS.queue];
const NONE: Rows = new Map();

const withRows = (rows: Rows, changed: readonly Row[]): Rows =>
  new Map([...rows, ...changed.map((row) => [row.incidentId, row] as const)]);

interface Wanted {
  readonly stage?: 'open' | 'ended';
  readonly ids?: string;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of rows, as somebody at a desk reads them. */
async function fetchPage(query: Wanted): Promise<{ items: Row[]; next: string | null }> {
  const { items, next } = await data(api.GET('/api/v1/incident-files', { params: { query } }));
  return { items: items as Row[], next };
}

/** All open incidents and the newest that ended. */
async function fetchAll(): Promise<Rows> {
  const all: Row[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await fetchPage({ stage: 'open', limit: PAGE, after });
    all.push(...items);
    if (next === null) break;
    after = next;
  }
  const ended = await fetchPage({ stage: 'ended', limit: MOST_ENDED });
  return withRows(NONE, [...all, ...ended.items]);
}

/** The rows of the queue, and how they stand. */
export interface QueueRows {
  readonly rows: ComputedRef<Rows>;
  readonly problem: ComputedRef<Problem | undefined>;
  /** Until the list has come once nobody knows how many there are. */
  readonly loading: ComputedRef<boolean>;
  /** Has an incident looked up that is not in the rows yet. */
  look(incidentId: string): void;
}

/**
 * The rows of the queue, in the cache of the window under one key. Nobody fetches the list anew because of one incident:
 * what the feed tells goes into the cache at once, and the row is looked up until it shows it.
 */
export function useRows(): QueueRows {
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: QUEUE,
    queryFn: fetchAll,
    staleTime: Infinity,
    structuralSharing: false,
    refetchInterval: usePolling(),
  });
  const change = (by: (rows: Rows) => Rows): void => void queries.setQueryData<Rows>(QUEUE, (rows) => rows && by(rows));

  const looks = new Looks((ids) => void lookUp(ids));
  async function lookUp(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += IDS) {
      const page = await fetchPage({ ids: ids.slice(at, at + IDS).join(','), limit: IDS }).catch(() => undefined);
      if (!page) continue;
      change((rows) => withRows(rows, page.items));
      for (const row of page.items) if (shows(row, looks.newsOf(row.incidentId))) looks.found(row.incidentId);
    }
  }

  onLive(({ data: facts }) => {
    const { incidentId } = facts;
    if (incidentId === undefined) return;
    change((rows) => {
      const row = rows.get(incidentId);
      return row ? withRows(rows, [withNews(row, facts)]) : rows;
    });
    looks.want(incidentId, facts);
  });
  onScopeDispose(() => looks.stop());

  return {
    rows: computed(() => list.data.value ?? NONE),
    problem: computed(() => (list.error.value instanceof Problem ? list.error.value : undefined)),
    loading: computed(() => list.data.value === undefined),
    look: (incidentId) => looks.want(incidentId),
  };
}
