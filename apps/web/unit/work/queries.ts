import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, data, type Schemas } from '../../kit/api/client';
import { isPassing, Problem } from '../../kit/api/problem';
import { KEYS } from '../../kit/api/queries';

/** Everything about one incident. */
export type IncidentFile = Schemas['IncidentFileView'];

const MOST = 50;

/** Open assignments of the own unit. */
export const useOpenAssignments = () =>
  useQuery({
    queryKey: [KEYS.assignments, 'me', 'open'],
    queryFn: async () =>
      (await data(api.GET('/api/v1/assignments', { params: { query: { unit: 'me', limit: MOST } } }))).items,
  });

/** The newest assignments of the own unit, those that are over included. */
export const useRecentAssignments = () =>
  useQuery({
    queryKey: [KEYS.assignments, 'me', 'recent'],
    queryFn: async () =>
      (await data(api.GET('/api/v1/assignments', { params: { query: { unit: 'me', show: 'all', limit: 8 } } }))).items,
  });

/** A file may be a moment behind the assignment that belongs to it. */
const notThereYet = (error: unknown): boolean => error instanceof Problem && error.status === 404;

/** The file of an incident, as the units of the incident see it. */
export const useFile = (incidentId: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: [KEYS.file, computed(() => toValue(incidentId))],
    queryFn: async () => {
      const params = { path: { incidentId: toValue(incidentId) ?? '' } };
      return (await data(api.GET('/api/v1/incident-files/{incidentId}', { params }))) as IncidentFile;
    },
    enabled: computed(() => toValue(incidentId) !== undefined),
    retry: (failures, error) => failures < 8 && (isPassing(error) || notThereYet(error)),
    retryDelay: 400,
  });
