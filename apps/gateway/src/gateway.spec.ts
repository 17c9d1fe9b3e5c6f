import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '#platform';
import { createGateway } from './gateway.js';
import { serviceNames, type ServiceName } from './routes.js';

const PATIENCE = { answerMs: 300, silenceMs: 600 };
const BODY_LIMIT = 2_048;

interface Arrival {
  headers: IncomingHttpHeaders;
  url: string;
  body: string;
}

let service: Server;
let answer: (response: ServerResponse, arrival: Arrival) => void;
let gateway: FastifyInstance;
let url: string;
let port: number;

function startService(at: number): Server {
  return createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (piece: Buffer) => (body += piece.toString()));
    incoming.on('end', () => answer(response, { headers: incoming.headers, url: incoming.url ?? '', body }));
  }).listen(at, '127.0.0.1');
}

const echo = (response: ServerResponse, arrival: Arrival): void => void response.end(JSON.stringify(arrival));

async function stopService(): Promise<void> {
  if (!service.listening) return;
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
}

beforeAll(async () => {
  service = startService(0);
  await once(service, 'listening');
  ({ port } = service.address() as AddressInfo);
  const upstreams = Object.fromEntries(serviceNames.map((name) => [name, `http://127.0.0.1:${port}`]));
  gateway = await createGateway({
    upstreams: upstreams as Record<ServiceName, string>,
    bodyLimit: BODY_LIMIT,
    patience: PATIENCE,
  });
  url = await gateway.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => {
  answer = echo;
});
afterAll(async () => {
  await gateway.close();
  await stopService();
});
answer = echo;

const problemOf = async (response: Response): Promise<Problem> => (await response.json()) as Problem;

describe('what goes on', () => {
  it('carries what the client said, and who it is from us alone', async () => {
    const response = await fetch(`${url}/api/v1/units?after=x`, {
      method: 'POST',
      body: '{"a":1}',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Forwarded-For': '1.2.3.4',
        'X-Forwarded-Host': 'elsewhere',
        Forwarded: 'for=1.2.3.4',
        Authorization: 'Bearer a',
        Cookie: 'b=c',
      },
    });
    const { headers, ...rest } = (await response.json()) as Arrival;
    expect(rest).toEqual({ url: '/api/v1/units?after=x', body: '{"a":1}' });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(url).host,
      'x-forwarded-proto': 'http',
      host: new URL(url).host,
      authorization: 'Bearer a',
      cookie: 'b=c',
    });
    expect(headers.forwarded).toBeUndefined();
  });

  it('is a body without a content type as it came', async () => {
    const response = await fetch(`${url}/api/v1/units`, { method: 'POST', body: Buffer.from('x') });
    const { headers, body } = (await response.json()) as Arrival;
    expect([headers['content-type'], headers['content-length'], body]).toEqual([undefined, '1', 'x']);
  });

  it.each(['its length', 'chunks'])('is no body beyond the limit, by %s', async (how) => {
    const text = 'a'.repeat(BODY_LIMIT + 1);
    const body = how === 'chunks' ? new Blob([text]).stream() : text;
    const response = await fetch(`${url}/api/v1/units`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect([response.status, (await problemOf(response)).code]).toEqual([413, 'request.too-large']);
  });
});

describe('what comes back', () => {
  it('is the answer as it was given, without what belongs to the connection behind', async () => {
    answer = (response) =>
      response
        .writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'], ETag: '"7"', Connection: 'close, X-Hop', 'X-Hop': 'x', 'X-Trace-Id': 't' })
        .end('{"large":"' + 'a'.repeat(300_000) + '"}'); // prettier-ignore
    const response = await fetch(`${url}/api/v1/units`);
    expect([response.status, (await response.text()).length]).toEqual([201, 300_012]);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(['etag', 'x-hop', 'x-trace-id'].map((name) => response.headers.get(name))).toEqual(['"7"', null, 't']);
  });

  it('comes piece by piece, for as long as there are pieces, and ends at the service when its reader leaves', async () => {
    let left: Promise<unknown> | undefined;
    let more: (() => void) | undefined;
    answer = (response) => {
      left = once(response, 'close');
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('0');
      more = () => void response.write('1');
    };
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${url}/api/v1/live`, resolve).on('error', reject).end();
    });
    let received = '';
    // Twice the time that an answer may take to begin: the next piece is asked for when the one before is here.
    const until = Date.now() + 2 * PATIENCE.answerMs;
    for await (const piece of incoming) {
      received += String(piece);
      if (Date.now() > until) break;
      setTimeout(() => more?.(), PATIENCE.silenceMs / 6);
    }
    expect(received).toMatch(/^01{3,}$/);
    await left;
  });
});

describe.each([
  ['zh-CN', '服务'],
  ['en', 'service'],
])('in %s', (language, word) => {
  const ask = (path: string) => fetch(`${url}${path}`, { headers: { 'Accept-Language': language } });
  const told = async (response: Response) => {
    const { code, detail } = await problemOf(response);
    return [response.status, response.headers.get('Content-Type')?.split(';')[0], code, detail.includes(word)];
  };

  it('a service that begins no answer is told', async () => {
    answer = () => undefined;
    const response = await ask('/api/v1/cases');
    expect(await told(response)).toEqual([504, 'application/problem+json', 'gateway.timeout', true]);
  });

  it('a service that is not there is told, and is asked again when it is back', async () => {
    await stopService();
    const response = await ask('/api/v1/cases');
    expect(await told(response)).toEqual([502, 'application/problem+json', 'gateway.service-down', true]);
    expect(response.headers.get('Retry-After')).toBe('1');
    service = startService(port);
    await once(service, 'listening');
    expect((await ask('/api/v1/cases')).status).toBe(200);
  });
});

describe('a connection that the service closed just now', () => {
  const cut = (): { calls: number } => {
    const counted = { calls: 0 };
    answer = (response, arrival) => {
      counted.calls += 1;
      if (counted.calls === 1) response.socket?.destroy();
      else echo(response, arrival);
    };
    return counted;
  };

  it('is tried again for a request without a body', async () => {
    const counted = cut();
    expect([(await fetch(`${url}/api/v1/units`)).status, counted.calls]).toEqual([200, 2]);
  });

  it('is not tried again for what may have been done', async () => {
    const counted = cut();
    expect([(await fetch(`${url}/api/v1/units`, { method: 'POST' })).status, counted.calls]).toEqual([502, 1]);
  });
});

it('tells of every service whether it is ready', async () => {
  answer = (response, arrival) => response.writeHead(arrival.url === '/health/ready' ? 200 : 500).end();
  const ready = await fetch(`${url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ok', services: Object.fromEntries(serviceNames.map((name) => [name, 'ok'])) },
  ]);
  answer = (response) => response.writeHead(503).end();
  expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
});
