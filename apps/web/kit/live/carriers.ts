import { LiveConnection } from './live-connection';
import type { LinkReport, LiveEvent, ToConnection, ToWindow } from './messages';

/** Who brings the feed to this window. */
export interface Carrier {
  send(message: ToConnection): void;
}

/** What a carrier brings. */
export type Deliver = (message: ToWindow) => void;

/** One connection for all windows: a shared worker where there is one, else the window that holds the lock. */
export function openCarrier(accountId: string, deliver: Deliver): Carrier {
  if (typeof SharedWorker !== 'undefined') return overWorker(accountId, deliver);
  if ('locks' in navigator && 'BroadcastChannel' in window) return overLeader(accountId, deliver);
  return ownConnection(deliver);
}

function overWorker(accountId: string, deliver: Deliver): Carrier {
  // Named by the account: windows of another session never hear what this one is told.
  const worker = new SharedWorker(new URL('./live-worker.ts', import.meta.url), {
    type: 'module',
    name: `live ${accountId}`,
  });
  worker.port.onmessage = ({ data }: MessageEvent<ToWindow>) => deliver(data);
  worker.port.start();
  return { send: (message) => worker.port.postMessage(message) };
}

/** The first window connects and tells the others; when it goes, the next one resumes where the feed stood. */
function overLeader(accountId: string, deliver: Deliver): Carrier {
  const channel = new BroadcastChannel(`qijing.live ${accountId}`);
  let lastEventId: string | undefined;
  let own: LiveConnection | undefined;
  const take: Deliver = (message) => {
    if (message.kind === 'event') lastEventId = message.event.id;
    deliver(message);
  };
  const tell: Deliver = (message) => {
    take(message);
    channel.postMessage(message);
  };
  channel.onmessage = ({ data }: MessageEvent<ToWindow | ToConnection>) => {
    if (data.kind === 'event' || data.kind === 'link') take(data);
    else if (own && data.kind === 'hello') channel.postMessage({ kind: 'link', link: own.link });
    else if (own) order(own, data);
  };
  void navigator.locks.request(`qijing.live ${accountId}`, () => {
    own = new LiveConnection(surroundings(tell), lastEventId);
    own.connect();
    return new Promise<never>(() => undefined); // held until the window closes
  });
  return { send: (message) => (own ? order(own, message) : channel.postMessage(message)) };
}

function ownConnection(deliver: Deliver): Carrier {
  const connection = new LiveConnection(surroundings(deliver));
  return {
    send: (message) => {
      if (message.kind === 'bye') connection.stop();
      else if (message.kind === 'hello') connection.connect();
      else order(connection, message);
    },
  };
}

function order(connection: LiveConnection, { kind }: ToConnection): void {
  if (kind === 'retry') connection.connect();
  else if (kind === 'offline') connection.drop();
}

const surroundings = (deliver: Deliver) => ({
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  onEvent: (event: LiveEvent) => deliver({ kind: 'event', event }),
  onLink: (link: LinkReport) => deliver({ kind: 'link', link }),
});
