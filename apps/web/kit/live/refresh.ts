import { useQueryClient, type QueryClient } from '@tanstack/vue-query';
import { onScopeDispose, watch } from 'vue';
import { onLive, useLink } from './live';
import { Refreshes } from './refreshes';

/** Keeps everything that is on screen fresh: events and a feed that comes back make what they are about be fetched anew. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  const refreshes = new Refreshes({
    fetch: (queryKey) => client.invalidateQueries({ queryKey }),
    held: (queryKey) => client.getQueryData(queryKey),
  });
  onLive((event) => {
    if (event.type === 'resync') void refreshAll(client);
    else refreshes.hear(event);
  });
  const { state } = useLink();
  watch(state, (now, before) => {
    if (now === 'live' && before === 'lost') void refreshAll(client);
  });
  onScopeDispose(() => refreshes.stop());
}

const refreshAll = (client: QueryClient): Promise<void> => client.invalidateQueries();
