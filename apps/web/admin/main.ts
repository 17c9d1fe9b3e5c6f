import { startApp } from '../kit/start-app';
import '../kit/theme/controls.css';
import App from './App.vue';
import en from './locales/en';
import zhCN from './locales/zh-CN';

void startApp({ root: App, words: { 'zh-CN': zhCN, en }, base: '/admin/' });
