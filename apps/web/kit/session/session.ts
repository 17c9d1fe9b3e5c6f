import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api, data, onSignedOut, type Schemas } from '../api/client';
import { isSignedOut } from '../api/problem';
import { forgetOldDrafts, Locker } from '../phone/locker';

export type Caller = Schemas['CallerAnswer'];
export type Role = Caller['roles'][number];

/** `expired`: somebody was signed in, and the page keeps what was typed until the same person signs in again. */
export type SessionState = 'unknown' | 'in' | 'out' | 'expired';

/** Set while somebody is signed in here, so that the sign-in page need not ask in vain. Nothing secret: the cookie is. */
const HINT = 'qijing.signed-in';

/** Milliseconds after the end of a session for which drafts wait for the same person. */
const DRAFTS_WAIT_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** Tells the other windows of this browser who is signed in now (account id, or '' for nobody). */
const others = 'BroadcastChannel' in window ? new BroadcastChannel('qijing.session') : undefined;

/** Who is signed in. The session itself is a cookie that scripts cannot read. */
export const useSession = defineStore('session', () => {
  const state = ref<SessionState>('unknown');
  const caller = ref<Caller>();

  const has = (...roles: Role[]): boolean => roles.some((role) => caller.value?.roles.includes(role));

  const locker = (): Locker => new Locker(caller.value?.accountId ?? '', localStorage);

  /** Once a minute, and before anything is shown: drafts of sessions that are long over, and the page that shows them. */
  function forgetWhatIsOver(): void {
    const over = forgetOldDrafts(localStorage, Date.now());
    if (state.value === 'expired' && over.includes(caller.value?.accountId ?? '')) location.assign('/');
  }
  forgetWhatIsOver();
  setInterval(forgetWhatIsOver, MINUTE_MS);

  function expire(): void {
    state.value = 'expired';
    locker().keepDraftsUntil(Date.now() + DRAFTS_WAIT_MS);
  }

  function enter(session: Schemas['SessionAnswer']): void {
    if (caller.value && caller.value.accountId !== session.caller.accountId) return location.reload();
    caller.value = session.caller;
    state.value = 'in';
    locker().keepDraftsUntil(Date.parse(session.expiresAt) + DRAFTS_WAIT_MS, { anew: true });
    localStorage.setItem(HINT, 'yes');
  }

  /** Asks the server who is signed in; rejects when it does not answer. */
  async function load(): Promise<void> {
    if (localStorage.getItem(HINT) === null) {
      state.value = 'out';
      return;
    }
    try {
      enter(await data(api.GET('/api/v1/sessions/current')));
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      localStorage.removeItem(HINT);
      if (caller.value) expire();
      else state.value = 'out';
    }
  }

  /** Signs in, with another password where there is one; rejects with the problem that the server answers. */
  async function signIn(account: string, password: string, newPassword?: string): Promise<void> {
    enter(await data(api.POST('/api/v1/sessions', { body: { account, password, newPassword } })));
    others?.postMessage(caller.value?.accountId);
  }

  /** Signs out and goes to the sign-in page. */
  async function signOut(): Promise<void> {
    await api.DELETE('/api/v1/sessions/current').catch((error: unknown) => {
      if (!isSignedOut(error)) throw error;
    });
    localStorage.removeItem(HINT);
    // What is kept for unfinished forms and acts is nobody else's business on a shared device.
    locker().empty();
    others?.postMessage('');
    location.assign('/');
  }

  /** Says that somebody uses the page, or asks whether the session is still there; the state follows the answer. */
  async function keep(used: boolean): Promise<void> {
    if (state.value !== 'in') return;
    const asked = used ? api.POST('/api/v1/sessions/current/use') : api.GET('/api/v1/sessions/current');
    // Without an answer nothing is known: the next time tells.
    await asked.catch(() => undefined);
  }

  onSignedOut(() => {
    if (state.value === 'in') expire();
  });
  others?.addEventListener('message', ({ data: accountId }: MessageEvent<string>) => {
    if (accountId === '') {
      if (state.value === 'in') expire();
    } else if (accountId !== caller.value?.accountId) location.reload();
    else state.value = 'in';
  });

  return { state, caller: computed(() => caller.value), has, load, signIn, signOut, keep };
});
