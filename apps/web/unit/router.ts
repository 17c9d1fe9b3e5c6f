import { createRouter, createWebHistory } from 'vue-router';
import DutyPage from './work/DutyPage.vue';
import FilePage from './work/FilePage.vue';

export const router = createRouter({
  history: createWebHistory('/unit/'),
  routes: [
    { path: '/', component: DutyPage },
    { path: '/assignments/:id', component: DutyPage },
    { path: '/files/:id', component: FilePage },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: () => ({ top: 0 }),
});
