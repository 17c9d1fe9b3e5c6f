import { get, type IncomingMessage } from 'node:http';

/** One event as it came. */
export interface LiveEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** A browser's view of the live feed. */
export interface LiveClient {
  status: number;
  headers: IncomingMessage['headers'];
  events: LiveEvent[];
  /** Everything received, comments included. */
  raw: string;
  lastEventId: string;
  ended: boolean;
  body(): Record<string, unknown>;
  cut(): void;
  /** Waits until so many events came. */
  has(count: number): Promise<LiveEvent[]>;
  closed(): Promise<void>;
}

const within5s = async (what: string, done: () => boolean): Promise<void> => {
  for (const until = Date.now() + 5000; !done();) {
    if (Date.now() > until) throw new Error(`${what} did not happen in 5 s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Opens the feed; answers once its head or the refusal has come. */
export async function openLive(url: string, headers: Record<string, string>): Promise<LiveClient> {
  const request = get(url, { headers, agent: false });
  request.on('error', () => undefined);
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request.on('response', resolve).on('error', reject),
  );
  const client: LiveClient = {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    events: [],
    raw: '',
    lastEventId: '',
    ended: false,
    body: () => JSON.parse(client.raw) as Record<string, unknown>,
    cut: () => request.destroy(),
    has: async (count) => {
      await within5s(`event ${count} (of ${client.events.length} so far)`, () => client.events.length >= count);
      return client.events;
    },
    closed: () => within5s('the end of the stream', () => client.ended),
  };
  let rest = '';
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    client.raw += chunk;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) read(block, client);
  });
  answer.on('error', () => undefined);
  answer.on('close', () => (client.ended = true));
  if (client.status === 200) await within5s('the first block', () => client.lastEventId !== '');
  else await client.closed();
  return client;
}

function read(block: string, client: LiveClient): void {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const id = field('id');
  if (id !== undefined) client.lastEventId = id;
  const data = field('data');
  if (data === undefined) return;
  client.events.push({ id: id ?? '', event: field('event') ?? '', data: JSON.parse(data) as Record<string, unknown> });
}
