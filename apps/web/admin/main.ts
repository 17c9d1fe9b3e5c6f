import { startApp } from '../kit/start-app';
import '../kit/theme/controls.css';
import App from './App.vue';
import en from './locales/en';
import zhCN from './locales/zh-CN';
import { router } from './router';

void startApp({ root: App, router, words: { 'zh-CN': zhCN, en }, base: '/admin/' });
