import { QueryClient } from '@tanstack/vue-query';
import { isPassing } from './problem';

/**
 * First words of the keys of what is read. The live feed refreshes by them (`live/refresh.ts`): a query whose key begins
 * with one of these is kept fresh without further ado.
 */
export const KEYS = {
  /** Lists of incident files: `['files', filter]`. */
  files: 'files',
  /** The rows of the desk's queue, which takes what the feed tells by itself (`console/queue/use-rows.ts`). */
  queue: 'queue',
  /** One incident file: `['file', incidentId]`. */
  file: 'file',
  units: 'units',
  /** Assignments of a unit: `['assignments', unitId, …]`. */
  assignments: 'assignments',
  notices: 'notices',
  /** Proposals that wait for the signed-in person. */
  proposals: 'proposals',
  enterprises: 'enterprises',
} as const;

/** The cache of one window. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        refetchOnWindowFocus: true,
      },
    },
  });
}
