import { v7 } from 'uuid';
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { isPassing, isSignedOut, Problem } from '../api/problem';
import { useLink } from '../live/live';
import { useLocker } from '../phone/draft';
import { useSession } from '../session/session';
import type { Entry } from './entry';
import { Outbox } from './outbox';

/** Waits for the network, for another window that sends the same, or for somebody to sign in again. */
const mayPassLater = (error: unknown): boolean => isPassing(error) || isSignedOut(error) || !(error instanceof Problem);

/** An outbox in the locker of whoever is signed in. */
export interface KeptOutbox<Deed> {
  readonly entries: Readonly<ShallowRef<readonly Entry<Deed>[]>>;
  add(deed: Deed): void;
  discard(key: string): void;
  takeBack(): void;
  /** Tries again at once. */
  drain(): void;
}

/**
 * Opens an outbox that survives a closed page, a lost connection and an expired session.
 * @param name of its place in the locker
 * @param send sends one deed under a key; rejects with the `Problem` that the server answers
 * @param sent is called with every confirmed deed and its answer
 */
export function openOutbox<Deed, Answer = void>(
  name: string,
  send: (deed: Deed, key: string) => Promise<Answer>,
  sent: (deed: Deed, answer: Answer) => void,
): KeptOutbox<Deed> {
  const locker = useLocker();
  const entries = shallowRef<readonly Entry<Deed>[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  const outbox = new Outbox<Deed, Answer>({
    load: () => locker.get<Entry<Deed>[]>(name) ?? [],
    save: (all) => locker.put(name, all.length === 0 ? undefined : all),
    send,
    isPassing: mayPassLater,
    wordsOf: (error) => (error instanceof Error ? error.message : String(error)),
    newKey: v7,
    later: (ms, work) => void (timer = setTimeout(work, ms)),
    changed: (all) => (entries.value = all),
    sent,
  });
  return {
    entries,
    add: (deed) => outbox.add(deed),
    discard: (key) => outbox.discard(key),
    takeBack: () => outbox.takeBack(),
    drain: () => void outbox.drain(),
  };
}

/** Sends whenever there is hope: now, when the network or the live feed is back, when the page is looked at. */
export function keepDraining({ drain }: Pick<KeptOutbox<never>, 'drain'>): void {
  const session = useSession();
  const { state } = useLink();
  const seen = (): void => void (document.visibilityState === 'visible' && drain());
  addEventListener('online', drain);
  document.addEventListener('visibilitychange', seen);
  onScopeDispose(() => {
    removeEventListener('online', drain);
    document.removeEventListener('visibilitychange', seen);
  });
  watch([state, () => session.state], ([link, signed]) => link === 'live' && signed === 'in' && drain());
  drain();
}
