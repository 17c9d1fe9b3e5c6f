import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LiveConnection, SILENCE_MS } from './live-connection';
import type { LiveEvent } from './messages';

/** A server whose answers and streams the test holds in its hands. */
class FakeServer {
  readonly asked: Record<string, string>[] = [];
  readonly aborted: boolean[] = [];
  status = 200;
  private send: ((text: string) => void) | undefined;
  private close: (() => void) | undefined;

  readonly fetch = (_url: string, { headers, signal }: RequestInit): Promise<Response> => {
    const at = this.asked.push(headers as Record<string, string>) - 1;
    if (this.status === 0) return Promise.reject(new TypeError('network'));
    if (this.status !== 200) return Promise.resolve(new Response(null, { status: this.status }));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.send = (text) => controller.enqueue(new TextEncoder().encode(text));
        this.close = () => controller.close();
        signal?.addEventListener('abort', () => {
          this.aborted[at] = true;
          controller.error(new Error('aborted'));
        });
      },
    });
    return Promise.resolve(new Response(body));
  };

  async says(text: string): Promise<void> {
    this.send?.(text);
    await settle();
  }
  async ends(): Promise<void> {
    this.close?.();
    await settle();
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

let server: FakeServer;
let events: LiveEvent[];
let states: string[];
let connection: LiveConnection;

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  server = new FakeServer();
  events = [];
  states = [];
  connection = new LiveConnection({
    fetch: server.fetch,
    onEvent: (event) => events.push(event),
    onLink: ({ state }) => states.push(state),
  });
});
afterEach(() => {
  connection.stop();
  jest.useRealTimers();
});

const event = (n: number): string => `id: ${n}\nevent: incident.reported.v1\ndata: {"incidentId":"i${n}"}\n\n`;
const pass = async (ms: number): Promise<void> => {
  await jest.advanceTimersByTimeAsync(ms);
  await settle();
};

describe('the live connection', () => {
  it('resumes where the feed stood when it breaks before the first event', async () => {
    connection.connect();
    await settle();
    await server.says('retry: 2000\nid: 3');
    await server.says('0\n\n: alive\n\n');
    await server.ends();
    await pass(3_000);
    expect(server.asked[1]?.['Last-Event-ID']).toBe('30');
  });

  it('is lost as soon as the network is known to be gone, and back as soon as it returns', async () => {
    connection.connect();
    await settle();
    await server.says(event(1));
    server.status = 0;
    connection.drop();
    await settle();
    expect(states).toEqual(['live', 'lost']);
    server.status = 200;
    connection.connect();
    await settle();
    expect(states).toEqual(['live', 'lost', 'live']);
    expect(server.asked[1]?.['Last-Event-ID']).toBe('1');
  });

  it('delivers events in order, also when they come in pieces', async () => {
    connection.connect();
    await settle();
    await server.says('retry: 2000\nid: 0\n\n' + event(1).slice(0, 20));
    await server.says(event(1).slice(20) + event(2));
    expect(events.map(({ id, type, data }) => [id, type, data.incidentId])).toEqual([
      ['1', 'incident.reported.v1', 'i1'],
      ['2', 'incident.reported.v1', 'i2'],
    ]);
    expect(states).toEqual(['live']);
  });

  it('resumes behind the last event it got', async () => {
    connection.connect();
    await settle();
    await server.says(event(7));
    await server.ends();
    expect(states).toEqual(['live', 'lost']);
    await pass(3_000);
    expect(server.asked.map((headers) => headers['Last-Event-ID'])).toEqual([undefined, '7']);
    expect(states).toEqual(['live', 'lost', 'live']);
  });

  it('takes heartbeats for life and silence for death', async () => {
    connection.connect();
    await settle();
    await pass(SILENCE_MS - 1_000);
    await server.says(': alive\n\n');
    await pass(SILENCE_MS - 1_000);
    expect(states).toEqual(['live']);
    await pass(2_000);
    expect(server.aborted[0]).toBe(true);
    expect(states).toEqual(['live', 'lost']);
    expect(connection.link.silentMs).toBeGreaterThanOrEqual(SILENCE_MS);
  });

  it('waits longer after each failure, and connects at once when asked', async () => {
    server.status = 0;
    connection.connect();
    await settle();
    await pass(60_000);
    const tried = server.asked.length;
    expect(tried).toBeGreaterThanOrEqual(4);
    expect(tried).toBeLessThanOrEqual(12);
    server.status = 200;
    connection.connect();
    await settle();
    expect(states[states.length - 1]).toBe('live');
  });

  it.each([
    [401, 'signed-out'],
    [403, 'refused'],
  ])('stops at %d until it is asked again', async (status, state) => {
    server.status = status;
    connection.connect();
    await settle();
    await pass(120_000);
    expect([server.asked.length, ...states]).toEqual([1, state]);
    server.status = 200;
    connection.connect();
    await settle();
    expect(states).toEqual([state, 'live']);
  });
});
