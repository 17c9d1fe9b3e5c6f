import { createRouter, createWebHistory } from 'vue-router';
import AccountsPage from './accounts/AccountsPage.vue';

/** The pages of the administrators. */
export const router = createRouter({
  history: createWebHistory('/admin/'),
  routes: [
    { path: '/', component: AccountsPage },
    { path: '/audit', component: () => import('./audit/AuditPage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});
