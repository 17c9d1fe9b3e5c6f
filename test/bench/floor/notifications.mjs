import { consumeOnce } from './consumer.mjs';

const TYPE = {
  intake: 'incident.reported.v1',
  routing: 'dispatch.planned.v1',
};

/** Stores a notice for every event, then pushes it to everybody who listens. */
export async function startNotifications({ app, store, bus }) {
  const listeners = new Set();
  app.get('/api/v1/live', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write('retry: 2000\n\n');
    listeners.add(reply.raw);
    request.raw.once('close', () => listeners.delete(reply.raw));
  });
  await consumeOnce({
    store,
    bus,
    group: 'notifications',
    sources: ['intake', 'routing'],
    handle: (tx, records) =>
      tx.insert(
        'notice',
        ['incident_id', 'type', 'doc'],
        records.map(({ id, source }) => [id, TYPE[source], JSON.stringify({ incidentId: id })]),
      ),
    committed: (records) => {
      const text = records.map(({ id, source }) => `event: ${TYPE[source]}\ndata: {"incidentId":"${id}"}\n\n`).join('');
      for (const listener of listeners) listener.write(text);
    },
  });
}
