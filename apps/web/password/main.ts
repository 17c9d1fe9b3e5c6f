import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { appI18n } from '../kit/i18n/i18n';
import { useSession } from '../kit/session/session';
import '../kit/theme/tokens.css';
import en from './locales/en';
import zhCN from './locales/zh-CN';
import PasswordPage from './PasswordPage.vue';

/** What stands after `#` is seen by nobody but this page; it does not stay in the address. */
function takeSecret(): string {
  const secret = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return secret;
}

async function start(): Promise<void> {
  const secret = takeSecret();
  const pinia = createPinia();
  // Whoever has a link sets the password that it is for, whoever is signed in here.
  if (secret === '')
    await useSession(pinia)
      .load()
      .catch(() => undefined);
  createApp(PasswordPage, { secret })
    .use(pinia)
    .use(appI18n({ 'zh-CN': zhCN, en }))
    .mount('#app');
}

// A link that is opened where the page is already only changes what stands after `#`.
addEventListener('hashchange', () => location.reload());
void start();
