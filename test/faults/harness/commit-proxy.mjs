import { connect, createServer } from 'node:net';

const COM_QUERY = 3;

/**
 * Stands between services and their database and, when told to, swallows the answer to a COMMIT: the transaction is durable
 * and nobody is told, as when a link breaks at the worst moment.
 */
export async function startCommitProxy({ host, port }) {
  const state = { toDrop: 0, dropped: 0 };
  const sockets = new Set();
  const server = createServer((client) => {
    const database = connect(port, host);
    let committing = false;
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    client.on('data', (bytes) => {
      if (state.toDrop > 0 && isCommit(bytes)) {
        state.toDrop -= 1;
        committing = true;
      }
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (!committing) return void client.write(bytes);
      state.dropped += 1;
      client.destroy();
      database.end();
    });
    client.on('close', () => database.end());
    database.on('close', () => client.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    /** How many answers were swallowed so far. */
    get dropped() {
      return state.dropped;
    },
    /** The next so many commits of whatever service get no answer. */
    drop: (count) => void (state.toDrop += count),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const isCommit = (bytes) =>
  bytes[4] === COM_QUERY && bytes.subarray(5).toString('latin1').trim().toUpperCase() === 'COMMIT';
