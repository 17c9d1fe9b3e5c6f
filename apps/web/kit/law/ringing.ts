import { useQuery } from '@tanstack/vue-query';
import { api, data, type Schemas } from '../api/client';
import { KEYS } from '../api/queries';
import { usePolling } from '../live/polling';

const MOST = 100;

/** Files of the reader in which a limit of the law rings, those whose limit ends first before the others. */
export const useRinging = () =>
  useQuery({
    queryKey: [KEYS.files, 'ringing'],
    queryFn: async () => {
      const query = { ringing: 'all' as const, limit: MOST };
      const { items } = await data(api.GET('/api/v1/incident-files', { params: { query } }));
      const rows = (items as Schemas['IncidentFileSummary'][]).filter(({ lawClock }) => lawClock !== undefined);
      return rows.sort((a, b) => Date.parse(a.lawClock?.dueAt ?? '') - Date.parse(b.lawClock?.dueAt ?? ''));
    },
    refetchInterval: usePolling(),
  });
