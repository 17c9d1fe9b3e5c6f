import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp, type Component } from 'vue';
import type { Router } from 'vue-router';
import { Problem } from './api/problem';
import { makeQueryClient } from './api/queries';
import { appI18n, t, type Locale, type Messages } from './i18n/i18n';
import { startLive } from './live/live';
import { hasFeed, landingOf } from './session/home';
import { useSession } from './session/session';
import { watchUse } from './session/watch-use';
import './theme/tokens.css';

/** What an app is made of. */
export interface AppParts {
  root: Component;
  /** Its pages; without one the app is a single page. */
  router?: Router;
  /** Its words, the same keys in both languages. */
  words: Record<Locale, Messages>;
  /** The path that it lives under, e.g. `/console/`; accounts whose roles belong elsewhere are sent there. */
  base: string;
}

/**
 * Starts a signed-in app: finds out who is there (else goes to the sign-in page and comes back), then shows the page and
 * follows the live feed, where the account has one.
 */
export async function startApp({ root, router, words, base }: AppParts): Promise<void> {
  const pinia = createPinia();
  const app = createApp(root).use(pinia).use(appI18n(words)).use(VueQueryPlugin, { queryClient: makeQueryClient() });
  if (router) app.use(router);
  const session = useSession(pinia);
  try {
    await session.load();
  } catch (error) {
    return sayUnreachable(error);
  }
  if (!session.caller) return goTo(`/?next=${encodeURIComponent(location.pathname + location.search)}`);
  const landing = landingOf(session.caller.roles, location.pathname);
  if (!landing?.startsWith(base)) return goTo(landing ?? '/');
  watchUse();
  if (hasFeed(session.caller.roles)) startLive(session.caller.accountId);
  app.mount('#app');
}

const goTo = (address: string): void => location.replace(address);

/** The one page without an app behind it: the server did not say who is there. It is asked again by a button. */
function sayUnreachable(error: unknown): void {
  const place = document.querySelector('#app');
  if (!place) return;
  const words = document.createElement('p');
  words.textContent = error instanceof Problem ? error.message : String(error);
  const again = document.createElement('button');
  again.textContent = t('action.retry');
  again.onclick = () => location.reload();
  place.replaceChildren(words, again);
}
