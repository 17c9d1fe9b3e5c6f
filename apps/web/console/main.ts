import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import { startApp } from '../kit/start-app';
import App from './App.vue';
import '../kit/theme/controls.css';
import './console.css';
import en from './locales/en';
import zhCN from './locales/zh-CN';
import { router } from './router';

void startApp({ root: App, router, words: { 'zh-CN': zhCN, en }, base: '/console/' });
