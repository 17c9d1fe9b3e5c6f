import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef, type Ref } from 'vue';
import type { ServiceName } from '../../../../libs/contracts/src/vocabulary.js';
import { api, data, type Schemas } from '../../kit/api/client';
import { Problem } from '../../kit/api/problem';
import { instantOf } from '../../kit/time/zone';

export type AuditEntry = Schemas['AuditEntryAnswer'];

/** What an auditor looks for; texts that are empty narrow nothing. */
export interface AuditFilter {
  service: ServiceName;
  /** As the picker shows it: the centre's time. */
  from: string;
  to: string;
  actor: string;
  act: string;
  subject: string;
  refused: boolean;
}

/** Every service keeps a trail of its own. */
const TRAILS = {
  intake: '/api/v1/audit/intake',
  routing: '/api/v1/audit/routing',
  cases: '/api/v1/audit/cases',
  notifications: '/api/v1/audit/notifications',
  identity: '/api/v1/audit/identity',
} as const satisfies Record<ServiceName, string>;

export const TRAIL_NAMES = Object.keys(TRAILS) as ServiceName[];

/** Entries of a downloaded file, at most. */
const MOST_ROWS = 10_000;

function load(filter: AuditFilter, after: string | undefined, limit: number): Promise<Schemas['AuditEntryPage']> {
  const { service, from, to, refused } = filter;
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const instant = (picked: string) => (picked === '' ? undefined : new Date(instantOf(picked)).toISOString());
  const query = {
    limit,
    after,
    from: instant(from),
    to: instant(to),
    actor: text(filter.actor),
    act: text(filter.act),
    subject: text(filter.subject),
    refused: refused || undefined,
  };
  return data(api.GET(TRAILS[service], { params: { query } }));
}

/** The entries that fit a filter, newest first, and more of them on demand. */
export function useAudit(filter: Ref<AuditFilter>): {
  entries: ComputedRef<AuditEntry[] | undefined>;
  hasMore: Ref<boolean>;
  more: () => Promise<unknown>;
  refresh: () => Promise<unknown>;
  problem: ComputedRef<Problem | undefined>;
} {
  const query = useInfiniteQuery({
    queryKey: computed(() => ['audit', filter.value]),
    queryFn: ({ pageParam }) => load(filter.value, pageParam, 50),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // Looking leaves a trace: nobody's window looks by itself.
    refetchOnWindowFocus: false,
  });
  return {
    entries: computed(() => query.data.value?.pages.flatMap(({ items }) => items)),
    hasMore: query.hasNextPage,
    more: () => query.fetchNextPage(),
    refresh: () => query.refetch(),
    problem: computed(() => (query.error.value instanceof Problem ? query.error.value : undefined)),
  };
}

/** Everything that fits a filter, for a file. */
export async function allEntries(filter: AuditFilter): Promise<AuditEntry[]> {
  const all: AuditEntry[] = [];
  let after: string | undefined;
  do {
    const page = await load(filter, after, 200);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && all.length < MOST_ROWS);
  return all;
}
