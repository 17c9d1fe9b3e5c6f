import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, data, type Schemas } from '../kit/api/client';
import { isPassing, Problem } from '../kit/api/problem';
import { KEYS } from '../kit/api/queries';

/** What an enterprise may know about one of its incidents. */
export type EnterpriseFile = Schemas['EnterpriseFileView'];
export type Step = EnterpriseFile['steps'][number];
export type Ledger = NonNullable<EnterpriseFile['ledger']>;
export type Notice = Schemas['NoticeView'];

const PAGE = 20;

/** The own incidents, newest first, page by page. */
export const useIncidents = () =>
  useInfiniteQuery({
    queryKey: [KEYS.files, 'own'],
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam !== '' && { after: pageParam }) };
      const page = await data(api.GET('/api/v1/incident-files', { params: { query } }));
      return { items: page.items as EnterpriseFile[], next: page.next };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** A report may be a moment ahead of its file. */
const notThereYet = (error: unknown): boolean => error instanceof Problem && error.status === 404;

/** One own incident; `fresh`: it was reported just now, so that it is waited for. */
export const useIncident = (incidentId: MaybeRefOrGetter<string>, fresh = false) =>
  useQuery({
    queryKey: [KEYS.file, computed(() => toValue(incidentId))],
    queryFn: async () => {
      const params = { path: { incidentId: toValue(incidentId) } };
      return (await data(api.GET('/api/v1/incident-files/{incidentId}', { params }))) as EnterpriseFile;
    },
    retry: (failures, error) => failures < 8 && (isPassing(error) || (fresh && notThereYet(error))),
    retryDelay: 500,
  });

/** Notices, newest first; of one incident if it is named. */
export const useNotices = (incidentId?: string) =>
  useInfiniteQuery({
    queryKey: [KEYS.notices, incidentId ?? 'all'],
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(incidentId && { incidentId }), ...(pageParam !== '' && { after: pageParam }) };
      return data(api.GET('/api/v1/notices', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The own entry of the directory. */
export const useOwnEnterprise = () =>
  useQuery({
    queryKey: [KEYS.enterprises, 'own'],
    queryFn: async () => (await data(api.GET('/api/v1/enterprises'))).items[0] ?? null,
  });
