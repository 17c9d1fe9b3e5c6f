import { createServer } from 'node:net';

/** Whether a TCP port of 127.0.0.1 can be listened on right now. */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Below the ports from which systems take the near ends of connections (Linux: 32768 and up). */
const FIRST = 10_000;
const LAST = 32_000;

/**
 * A free port of 127.0.0.1, drawn by lot. One that the system itself would hand out may be taken again, by any
 * connection, before a process that is being started listens on it.
 */
export async function freePort() {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

/** The port used last time when it is still free, so that addresses stay the same over restarts; else a new one. */
export async function keepOrTake(port) {
  return port && (await isFree(port)) ? port : freePort();
}
