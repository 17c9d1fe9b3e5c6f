import { useQueryClient, type QueryClient } from '@tanstack/vue-query';
import { v7 } from 'uuid';
import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { isPassing, isSignedOut, Problem } from '../../kit/api/problem';
import { KEYS } from '../../kit/api/queries';
import { useLink } from '../../kit/live/live';
import { useLocker } from '../../kit/phone/draft';
import { useSession } from '../../kit/session/session';
import { send, type Deed } from './deeds';
import { Outbox, type Entry } from './outbox';

const NAME = 'outbox';
const entries = shallowRef<readonly Entry<Deed>[]>([]);
let outbox: Outbox<Deed> | undefined;

/** The outbox of whoever is signed in. */
export interface UnitOutbox {
  readonly entries: ComputedRef<readonly Entry<Deed>[]>;
  /** What was done to one assignment (or case) and is not confirmed. */
  of(...ids: (string | undefined)[]): readonly Entry<Deed>[];
  add(deed: Deed): void;
  discard(key: string): void;
  /** Tries again at once. */
  drain(): void;
}

/** Waits for the network, for another window that sends the same, or for somebody to sign in again. */
const mayPassLater = (error: unknown): boolean =>
  isPassing(error) ||
  isSignedOut(error) ||
  !(error instanceof Problem) ||
  error.status >= 500 ||
  error.code === 'idempotency.in-progress';

function open(queries: QueryClient): Outbox<Deed> {
  const locker = useLocker();
  return new Outbox<Deed>({
    load: () => locker.get<Entry<Deed>[]>(NAME) ?? [],
    save: (all) => locker.put(NAME, all.length === 0 ? undefined : all),
    send,
    isPassing: mayPassLater,
    wordsOf: (error) => (error instanceof Error ? error.message : String(error)),
    newKey: v7,
    later: (ms, work) => void setTimeout(work, ms),
    changed: (all) => (entries.value = all),
    sent: () => {
      void queries.invalidateQueries({ queryKey: [KEYS.assignments] });
      void queries.invalidateQueries({ queryKey: [KEYS.file] });
    },
  });
}

/** The one outbox of this window. */
export function useOutbox(): UnitOutbox {
  const mine = (outbox ??= open(useQueryClient()));
  return {
    entries: computed(() => entries.value),
    of: (...ids) => entries.value.filter(({ deed }) => ids.includes(deed.id)),
    add: (deed) => mine.add(deed),
    discard: (key) => mine.discard(key),
    drain: () => void mine.drain(),
  };
}

/** Sends whenever there is hope: at the start, when the network or the live feed is back, when the page is looked at. */
export function keepDraining(): void {
  const { drain } = useOutbox();
  const session = useSession();
  const { state } = useLink();
  drain();
  addEventListener('online', drain);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && drain());
  watch([state, () => session.state], ([link, signed]) => link === 'live' && signed === 'in' && drain());
}
