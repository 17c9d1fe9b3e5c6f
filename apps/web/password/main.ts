import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { appI18n } from '../kit/i18n/i18n';
import { useSession } from '../kit/session/session';
import { takeHash } from '../kit/take-hash';
import '../kit/theme/tokens.css';
import en from './locales/en';
import zhCN from './locales/zh-CN';
import PasswordPage from './PasswordPage.vue';

async function start(): Promise<void> {
  const secret = takeHash();
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

void start();
