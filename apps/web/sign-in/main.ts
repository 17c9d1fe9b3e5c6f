import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { appI18n } from '../kit/i18n/i18n';
import { useSession } from '../kit/session/session';
import '../kit/theme/tokens.css';
import en from './locales/en';
import zhCN from './locales/zh-CN';
import SignInPage from './SignInPage.vue';

async function start(): Promise<void> {
  const pinia = createPinia();
  // Whoever is signed in already is sent on; when the server is silent, the form says so at the first attempt.
  await useSession(pinia)
    .load()
    .catch(() => undefined);
  createApp(SignInPage)
    .use(pinia)
    .use(appI18n({ 'zh-CN': zhCN, en }))
    .mount('#app');
}

void start();
