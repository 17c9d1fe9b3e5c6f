import { useQueryClient, type QueryClient } from '@tanstack/vue-query';
import { onScopeDispose, watch } from 'vue';
import { KEYS } from '../api/queries';
import { onLive, useLink, type LiveEvent } from './live';

/** Lists are fetched at most this often, however much happens; one file at most four times a second. */
const LIST_MS = 1_000;
const FILE_MS = 250;
/** An event may be here before the service that answers has taken it in: so long after the last one we look again. */
const AGAIN_MS = [2_000, 10_000];

/** The keys that an event makes stale, by what it is about. */
export function staleKeys({ type, data }: LiveEvent): (readonly unknown[])[] {
  const subject = type.split('.')[0];
  const keys: (readonly unknown[])[] = [];
  if (data.incidentId !== undefined) keys.push([KEYS.files], [KEYS.file, data.incidentId], [KEYS.notices]);
  if (subject === 'unit') keys.push([KEYS.units]);
  if (subject === 'enterprise') keys.push([KEYS.enterprises]);
  if (subject === 'assignment' || subject === 'dispatch' || subject === 'incident') keys.push([KEYS.assignments]);
  return keys;
}

/** Keeps everything that is on screen fresh: events and a feed that comes back make what they are about be fetched anew. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const fetchAfter = (ms: number, name: string, key: readonly unknown[]): void => {
    const later = setTimeout(() => {
      waiting.delete(name);
      void client.invalidateQueries({ queryKey: key });
    }, ms);
    waiting.set(name, later);
  };
  const refresh = (key: readonly unknown[]): void => {
    const name = JSON.stringify(key);
    if (!waiting.has(name)) fetchAfter(key[0] === KEYS.file ? FILE_MS : LIST_MS, name, key);
    for (const ms of AGAIN_MS) {
      clearTimeout(waiting.get(`${name} ${ms}`));
      fetchAfter(ms, `${name} ${ms}`, key);
    }
  };
  onLive((event) => {
    if (event.type === 'resync') void refreshAll(client);
    else staleKeys(event).forEach(refresh);
  });
  const { state } = useLink();
  watch(state, (now, before) => {
    if (now === 'live' && before === 'lost') void refreshAll(client);
  });
  onScopeDispose(() => waiting.forEach(clearTimeout));
}

const refreshAll = (client: QueryClient): Promise<void> => client.invalidateQueries();
