import { expect, it } from '@jest/globals';
import { connect, createServer, type AddressInfo } from 'node:net';
import { breathe } from './breathe.js';

const NEWCOMERS = 20;
const BUSY_MS = 5;

/** What a statement on SQLite does to the event loop. */
function keepBusy(): void {
  const until = performance.now() + BUSY_MS;
  while (performance.now() < until);
}

it('lets many newcomers in while one transaction follows another without a pause', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let accepted = 0;
  server.on('connection', () => (accepted += 1));
  const { port } = server.address() as AddressInfo;
  const clients = Array.from({ length: NEWCOMERS }, () => connect(port, '127.0.0.1'));
  for (let transactions = 0; accepted < NEWCOMERS && transactions < 100; transactions += 1) {
    await breathe();
    keepBusy();
  }
  expect(accepted).toBe(NEWCOMERS);
  for (const client of clients) client.destroy();
  server.close();
});
