import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { appI18n } from '../kit/i18n/i18n';
import { takeHash } from '../kit/take-hash';
import '../kit/theme/controls.css';
import '../kit/theme/tokens.css';
import en from './locales/en';
import zhCN from './locales/zh-CN';
import SetupPage from './SetupPage.vue';

createApp(SetupPage, { secret: takeHash() })
  .use(createPinia())
  .use(appI18n({ 'zh-CN': zhCN, en }))
  .mount('#app');
