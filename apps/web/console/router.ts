import { createRouter, createWebHistory } from 'vue-router';
import DeskPage from './DeskPage.vue';

/** One screen; its address says what is open in it. */
export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', component: DeskPage, props: { pane: 'none' } },
    { path: '/incidents/:id', component: DeskPage, props: ({ params }) => ({ pane: 'file', id: params.id }) },
    { path: '/new', component: DeskPage, props: { pane: 'report' } },
    { path: '/waiting', component: DeskPage, props: { pane: 'waiting' } },
    { path: '/units', component: DeskPage, props: { pane: 'units' } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});
