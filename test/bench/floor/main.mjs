/**
 * The bare chain: accept → route → assign → case → notice and push, with outbox and cursor, without any framework but
 * Fastify. `node main.mjs '<json>'`: `{parts, profile, port, grouped, mysql?, brokers?, prefix, dir?}`; several parts in
 * one process share one port. Answers on `/stats` what the databases were asked.
 */
import fastify from 'fastify';
import { startCases } from './cases.mjs';
import { openInProcess } from './in-process-bus.mjs';
import { startIntake } from './intake.mjs';
import { openKafka } from './kafka-bus.mjs';
import { openMariadb } from './mariadb-store.mjs';
import { startNotifications } from './notifications.mjs';
import { startRelay } from './relay.mjs';
import { startRouting } from './routing.mjs';
import { openSqlite } from './sqlite-store.mjs';
import { tablesOf } from './tables.mjs';

const settings = JSON.parse(process.argv[2]);
const cluster = settings.profile === 'cluster';
const START = { intake: startIntake, routing: startRouting, cases: startCases, notifications: startNotifications };

const app = fastify({ forceCloseConnections: true });
const bus = cluster ? await openKafka(settings) : openInProcess();
await bus.connect();
const stores = [];
const relays = [];
for (const part of settings.parts) {
  const store = cluster
    ? await openMariadb({ ...settings.mysql, database: `${settings.prefix}${part}` }, tablesOf(part, 'mariadb'))
    : await openSqlite({ dir: settings.dir, database: part }, tablesOf(part, 'sqlite'));
  stores.push(store);
  const relay = part === 'notifications' ? undefined : startRelay(store, bus);
  if (relay) relays.push(relay);
  // In one process a page counts as sent once everybody has handled it: who lingers keeps all others waiting.
  const mayLinger = cluster;
  await START[part]({ app, store, bus, grouped: settings.grouped, mayLinger, nudge: () => relay?.nudge() });
}
app.get('/stats', () => ({
  roundTrips: stores.reduce((sum, { counts }) => sum + counts.roundTrips, 0),
  commits: stores.reduce((sum, { counts }) => sum + counts.commits, 0),
}));
await app.listen({ port: settings.port, host: '127.0.0.1' });
process.send?.('ready');

process.once('SIGTERM', async () => {
  await app.close();
  for (const relay of relays) await relay.stop();
  await bus.close();
  for (const store of stores) await store.close();
  process.exit(0);
});
