import { createRouter, createWebHistory } from 'vue-router';
import IncidentPage from './incidents/IncidentPage.vue';
import IncidentsPage from './incidents/IncidentsPage.vue';
import LedgerPage from './incidents/LedgerPage.vue';
import NoticesPage from './incidents/NoticesPage.vue';
import ReceiptPage from './report/ReceiptPage.vue';
import ReportPage from './report/ReportPage.vue';

export const router = createRouter({
  history: createWebHistory('/portal/'),
  routes: [
    { path: '/', component: ReportPage },
    { path: '/receipts/:incidentId', component: ReceiptPage, meta: { back: '/' } },
    { path: '/incidents', component: IncidentsPage },
    { path: '/incidents/:incidentId', component: IncidentPage, meta: { back: '/incidents' } },
    { path: '/ledger', component: LedgerPage },
    { path: '/notices', component: NoticesPage },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: () => ({ top: 0 }),
});
