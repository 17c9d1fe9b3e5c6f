import { createServer } from 'node:net';

/** Whether a TCP port of 127.0.0.1 can be listened on right now. */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A port of 127.0.0.1 that the system says is free. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The port used last time when it is still free, so that addresses stay the same over restarts; else a new one. */
export async function keepOrTake(port) {
  return port && (await isFree(port)) ? port : freePort();
}
