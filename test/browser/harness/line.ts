import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One live feed as it came over the line. */
export interface Feed {
  /** The position from which the browser asked to go on; undefined when it came for the first time. */
  readonly resumedAfter: string | undefined;
  /** The last position that came, with an event or by itself. */
  position: string | undefined;
  /** In the order they came. */
  readonly events: { readonly id: string; readonly type: string }[];
}

/** A line between one browser and the product that can be cut and mended, and that listens in to the live feed. */
export interface Line {
  /** What the browser opens in place of the product. */
  readonly baseUrl: string;
  readonly feeds: readonly Feed[];
  /** Breaks every connection and refuses new ones, as a pulled cable and a dead switch do. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Opens a line to the product at `target`. */
export async function openLine(target: string): Promise<Line> {
  const feeds: Feed[] = [];
  const sockets = new Set<Socket>();
  const agent = new http.Agent({ keepAlive: true });
  let whole = true;
  const server = http.createServer((request, response) => forward(target, agent, feeds, request, response));
  server.on('connection', (socket) => {
    if (!whole) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    feeds,
    cut: () => {
      whole = false;
      drop();
    },
    mend: () => {
      whole = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
        agent.destroy();
      }),
  };
}

function forward(
  target: string,
  agent: http.Agent,
  feeds: Feed[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method, headers, url = '/' } = request;
  const onward = http.request(new URL(url, target), { agent, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
    if (answer.headers['content-type']?.startsWith('text/event-stream')) feeds.push(listenIn(request, answer));
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function listenIn(request: IncomingMessage, answer: IncomingMessage): Feed {
  const header = request.headers['last-event-id'];
  const query = new URL(request.url ?? '/', 'http://line').searchParams.get('lastEventId');
  const resumedAfter = (typeof header === 'string' ? header : query) ?? undefined;
  const feed: Feed = { resumedAfter, position: undefined, events: [] };
  const text = new TextDecoder();
  let pending = '';
  answer.on('data', (bytes: Buffer) => {
    const blocks = (pending + text.decode(bytes, { stream: true })).split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, id] = /^id: (.*)$/m.exec(block) ?? [];
      const [, type] = /^event: (.*)$/m.exec(block) ?? [];
      feed.position = id ?? feed.position;
      if (type !== undefined) feed.events.push({ id: id ?? '', type });
    }
  });
  return feed;
}
