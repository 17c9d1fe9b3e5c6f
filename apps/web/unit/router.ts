import { createRouter, createWebHistory } from 'vue-router';
import HomePage from './HomePage.vue';

export const router = createRouter({
  history: createWebHistory('/unit/'),
  routes: [
    { path: '/', component: HomePage },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});
