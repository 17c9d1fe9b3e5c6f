#!/usr/bin/env node
import http from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Pages } from './pages.mjs';
import { sendProblem } from './problem.mjs';
import { routeOf, serviceNames, table } from './route-table.mjs';

/** How long a service may take to begin its answer, ms. Streams are exempt. */
const ANSWER_TIMEOUT = 30_000;
/** From this many bytes on, a service gets {@link REFUSAL_WINDOW} ms to refuse before the body is sent. */
const LARGE_BODY = 512 * 1024;
const REFUSAL_WINDOW = 30;
/** What `npm run build` wrote, seen from here. */
const BUILT_PAGES = fileURLToPath(new URL('../../dist/web', import.meta.url));
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
];

/**
 * A small streaming reverse proxy in front of the services, for a machine without Caddy. Nothing is buffered, so live
 * feeds and large bodies pass as they come.
 * @param {{port?: number, host?: string, upstreams?: Record<string, string>, answerTimeoutMs?: number, pages?: string}} options
 *   `upstreams` maps a service to its URL (default: 127.0.0.1 and the port of the route table); port 0 takes a free one;
 *   `pages` is the folder of the built pages
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startGateway(options = {}) {
  const { port = table.gateway.port, host = '127.0.0.1', answerTimeoutMs = ANSWER_TIMEOUT } = options;
  const upstreams = { ...defaultUpstreams(), ...options.upstreams };
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 64 });
  const pages = new Pages(options.pages ?? BUILT_PAGES);
  const context = { agent, upstreams, answerTimeoutMs, pages };
  const server = http.createServer((request, response) => void handle(context, request, response));
  server.keepAliveTimeout = 65_000;
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
        agent.destroy();
      }),
  };
}

const defaultUpstreams = () =>
  Object.fromEntries(serviceNames.map((name) => [name, `http://127.0.0.1:${table.services[name].port}`]));

async function handle(context, request, response) {
  const pathname = request.url.split('?')[0];
  if (pathname === '/health/live') return sendJson(response, 200, { status: 'ok' });
  if (pathname === '/health/ready') return sendReadiness(context, response);
  const route = routeOf(pathname);
  if (!route) {
    return context.pages.send(request, response, pathname) || sendProblem(request, response, 'gateway.no-route');
  }
  forward(context, route, request, response);
}

function forward(context, route, request, response, isRetry = false) {
  const { service } = route;
  const onward = http.request(new URL(request.url, context.upstreams[service]), {
    agent: context.agent,
    method: request.method,
    headers: onwardHeaders(request),
  });
  if (!route.stream) {
    onward.setTimeout(context.answerTimeoutMs, () => {
      sendProblem(request, response, 'gateway.timeout', { service });
      onward.destroy();
    });
  }
  onward.on('response', (answer) => relay(answer, response));
  onward.on('error', () => {
    if (response.headersSent || response.destroyed) return;
    const retriable = !isRetry && onward.reusedSocket && isBodyless(request);
    if (retriable) return forward(context, route, request, response, true);
    sendProblem(request, response, 'gateway.service-down', { service });
  });
  response.on('close', () => onward.destroy());
  if (isRetry) onward.end();
  else sendBody(request, onward);
}

/**
 * A large body waits a moment after its headers: a service that refuses it by its length answers at once and closes,
 * and that answer would be lost if we were still writing.
 */
function sendBody(request, onward) {
  if (!(Number(request.headers['content-length']) > LARGE_BODY)) return void request.pipe(onward);
  const begin = setTimeout(() => request.pipe(onward), REFUSAL_WINDOW);
  onward.once('response', () => clearTimeout(begin));
  onward.once('close', () => clearTimeout(begin));
  onward.flushHeaders();
}

/** A kept connection may have been closed by the service just now: only a request without body can be sent again. */
function isBodyless({ method, headers }) {
  return ['GET', 'HEAD'].includes(method) && !headers['content-length'] && !headers['transfer-encoding'];
}

function relay(answer, response) {
  response.writeHead(answer.statusCode, answer.statusMessage, endToEnd(answer.headers));
  response.flushHeaders();
  answer.pipe(response);
  answer.on('error', () => response.destroy());
  answer.on('aborted', () => response.destroy());
}

/** This is the edge: what a client claims about forwarding is replaced, not believed. */
function onwardHeaders(request) {
  const headers = endToEnd(request.headers);
  if (request.headers['transfer-encoding']) headers['transfer-encoding'] = 'chunked';
  headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  headers['x-forwarded-proto'] = 'http';
  headers['x-forwarded-host'] = request.headers.host ?? '';
  delete headers.forwarded;
  return headers;
}

function endToEnd(headers) {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...HOP_BY_HOP, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

async function sendReadiness({ upstreams }, response) {
  const checks = await Promise.all(
    serviceNames.map(async (name) => {
      const answer = await fetch(new URL('/health/ready', upstreams[name]), {
        signal: AbortSignal.timeout(2_000),
      }).catch(() => undefined);
      await answer?.body?.cancel();
      return [name, answer?.ok ? 'ok' : 'down'];
    }),
  );
  const ready = checks.every(([, state]) => state === 'ok');
  sendJson(response, ready ? 200 : 503, { status: ready ? 'ok' : 'down', services: Object.fromEntries(checks) });
}

function sendJson(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** As a program: QIJING_PORT, QIJING_HOST, and QIJING_UPSTREAM_<SERVICE> for services that live elsewhere. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const upstreams = serviceNames
    .map((name) => [name, process.env[`QIJING_UPSTREAM_${name.toUpperCase()}`]])
    .filter(([, url]) => url);
  const gateway = await startGateway({
    port: process.env.QIJING_PORT ? Number(process.env.QIJING_PORT) : undefined,
    host: process.env.QIJING_HOST,
    upstreams: Object.fromEntries(upstreams),
  });
  process.stderr.write(`gateway on ${gateway.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.once(signal, () => void gateway.close().then(() => process.exit(0)));
}
