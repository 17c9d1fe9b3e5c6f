import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue';
import { useNow } from '../time/now';
import { openCarrier, type Carrier } from './carriers';
import type { LinkState, LiveEvent, ToWindow } from './messages';

export type { LinkState, LiveFacts } from './messages';

type Listener = (event: LiveEvent) => void;

const listeners = new Set<Listener>();
/** Without a feed until one is followed: who has none looks again by himself. */
const state = ref<LinkState>('refused');
/** `performance.now()` of the last sign of life. */
const lastSign = ref(performance.now());
let carrier: Carrier | undefined;

function take(message: ToWindow): void {
  if (message.kind === 'event') {
    for (const listener of listeners) listener(message.event);
    return;
  }
  state.value = message.link.state;
  lastSign.value = performance.now() - message.link.silentMs;
}

/** Begins to follow the feed of the account that is signed in; calling it again changes nothing. */
export function startLive(accountId: string): void {
  if (carrier) return;
  state.value = 'connecting';
  const opened = (carrier = openCarrier(accountId, take));
  opened.send({ kind: 'hello' });
  addEventListener('pagehide', () => opened.send({ kind: 'bye' }));
  addEventListener('pageshow', ({ persisted }) => persisted && opened.send({ kind: 'hello' }));
  addEventListener('online', () => opened.send({ kind: 'retry' }));
  addEventListener('offline', () => opened.send({ kind: 'offline' }));
}

/** Tries again at once, e.g. after somebody signed in again. */
export function retryLive(): void {
  carrier?.send({ kind: 'retry' });
}

/** Calls back with every event while the calling component (or scope) lives. */
export function onLive(listener: Listener): void {
  listeners.add(listener);
  onScopeDispose(() => listeners.delete(listener));
}

/** How the link stands: its state, and how long it has been silent (ms; 0 while live). */
export function useLink(): { state: Ref<LinkState>; silentMs: ComputedRef<number> } {
  const now = useNow();
  const silentMs = computed(() => {
    void now.value; // once a second
    return state.value === 'live' ? 0 : performance.now() - lastSign.value;
  });
  return { state, silentMs };
}
