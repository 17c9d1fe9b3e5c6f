import { useQuery, type QueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, data, type Schemas } from '../../kit/api/client';
import { isPassing, Problem } from '../../kit/api/problem';
import { KEYS } from '../../kit/api/queries';
import { useSession } from '../../kit/session/session';

/** Everything about one incident. */
export type IncidentFile = Schemas['IncidentFileView'];
/** What a partner is asked to do. */
export type PartnerTask = Schemas['PartnerTaskView'];
/** An incident as units see it: police everything, partners their task, who was released its own part. */
export type UnitFile = IncidentFile | PartnerTask | Schemas['OwnPartView'];

/** Whether a unit sees everything. */
export const isWhole = (file: UnitFile | undefined): file is IncidentFile => file !== undefined && 'reports' in file;
/** Whether a unit sees the task of a partner. */
export const isTask = (file: UnitFile | undefined): file is PartnerTask => file !== undefined && 'task' in file;

/** A row of the list of incidents that a unit may read. */
type Listed = Schemas['IncidentFileSummary'] | PartnerTask;

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

const fetchFile = async (incidentId: string): Promise<UnitFile> => {
  const params = { path: { incidentId } };
  return (await data(api.GET('/api/v1/incident-files/{incidentId}', { params }))) as UnitFile;
};

/** Reads a file again, for the pages that show it too; undefined where not all of it is shown to this unit. */
export async function readFile(queries: QueryClient, incidentId: string): Promise<IncidentFile | undefined> {
  const file = await fetchFile(incidentId);
  queries.setQueryData([KEYS.file, incidentId], file);
  return isWhole(file) ? file : undefined;
}

/** The file of an incident, as the units of the incident see it. */
export const useFile = (incidentId: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: [KEYS.file, computed(() => toValue(incidentId))],
    queryFn: () => fetchFile(toValue(incidentId) ?? ''),
    enabled: computed(() => toValue(incidentId) !== undefined),
    retry: (failures, error) => failures < 8 && (isPassing(error) || notThereYet(error)),
    retryDelay: 400,
  });

/** Whether somebody was sent, or the matter is over. */
const isBusy = (one: Listed, unitId: string | undefined): boolean =>
  'task' in one ? one.assignments.length > 0 || one.standing !== 'open' : one.units.some(({ id }) => id === unitId);

/** Open incidents that the own unit is informed of without having been sent. */
export function useInformed() {
  const session = useSession();
  return useQuery({
    queryKey: [KEYS.files, 'informed'],
    queryFn: async () => {
      const query = { stage: 'open' as const, limit: MOST };
      const { items } = await data(api.GET('/api/v1/incident-files', { params: { query } }));
      return (items as Listed[]).filter((one) => !isBusy(one, session.caller?.unitId));
    },
  });
}
