import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query';
import { api, data, type Schemas } from './client';

/** The catalogue of types, which changes with a release only. */
const useCatalogue = <Part>(
  select: (catalogue: Schemas['IncidentTypeList']) => Part,
): UseQueryReturnType<Part, Error> =>
  useQuery({
    queryKey: ['incident-types'],
    queryFn: () => data(api.GET('/api/v1/incident-types')),
    staleTime: Infinity,
    select,
  });

/** All incident types with the fields that they ask for. */
export const useIncidentTypes = () => useCatalogue(({ items }) => items);

/** The plain groups in which an enterprise finds a type, in their order. */
export const useTypeGroups = () => useCatalogue(({ groups }) => groups);
