import { createRouter, createWebHistory } from 'vue-router';
import DutyPage from './work/DutyPage.vue';

export const router = createRouter({
  history: createWebHistory('/unit/'),
  routes: [
    { path: '/', component: DutyPage },
    { path: '/assignments/:id', component: DutyPage },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: () => ({ top: 0 }),
});
