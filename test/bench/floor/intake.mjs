import { v7 as uuidv7 } from 'uuid';
import { joining } from './joining.mjs';

/** Reports per transaction. */
const MOST = 100;

/** Accepts a report: report, incident and event in one transaction, answered after COMMIT. */
export function startIntake({ app, store, grouped, nudge }) {
  const accept = async (reports) => {
    await store.write(async (tx) => {
      await tx.insert(
        'incident',
        ['id', 'state', 'doc'],
        reports.map(({ incidentId, body }) => [incidentId, 'TRIAGED', body]),
      );
      await tx.insert(
        'report',
        ['id', 'incident_id', 'doc'],
        reports.map(({ reportId, incidentId, body }) => [reportId, incidentId, body]),
      );
      await tx.insert(
        'outbox',
        ['id', 'source', 'payload'],
        reports.map(({ incidentId, body }) => [incidentId, 'intake', body]),
      );
    });
    nudge();
  };
  const join = grouped ? joining(accept, { most: MOST }) : accept;
  app.post('/api/v1/reports', async (request, reply) => {
    const report = { reportId: uuidv7(), incidentId: uuidv7(), body: JSON.stringify(request.body) };
    await join([report]);
    reply.code(201);
    return { reportId: report.reportId, incidentId: report.incidentId };
  });
}
