import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query';
import { api, data, type Schemas } from './client';

/** All incident types with the fields that they ask for; they change with a release only. */
export const useIncidentTypes = (): UseQueryReturnType<Schemas['IncidentTypeView'][], Error> =>
  useQuery({
    queryKey: ['incident-types'],
    queryFn: async () => (await data(api.GET('/api/v1/incident-types'))).items,
    staleTime: Infinity,
  });
