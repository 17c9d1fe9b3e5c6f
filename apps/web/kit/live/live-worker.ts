/** The shared worker that holds the one live connection of a browser; the windows of an account share it. */
import { LiveConnection } from './live-connection';
import type { ToConnection, ToWindow } from './messages';

const windows = new Set<MessagePort>();
const tell = (message: ToWindow): void => windows.forEach((port) => port.postMessage(message));

const connection = new LiveConnection({
  fetch: (url, init) => fetch(url, init),
  onEvent: (event) => tell({ kind: 'event', event }),
  onLink: (link) => tell({ kind: 'link', link }),
});

function hear(port: MessagePort, { kind }: ToConnection): void {
  if (kind === 'bye') {
    windows.delete(port);
    if (windows.size === 0) connection.stop();
    return;
  }
  if (kind === 'offline') return connection.drop();
  windows.add(port);
  connection.connect();
  port.postMessage({ kind: 'link', link: connection.link } satisfies ToWindow);
}

addEventListener('connect', (event) => {
  const port = (event as MessageEvent).ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<ToConnection>) => hear(port, data);
});
