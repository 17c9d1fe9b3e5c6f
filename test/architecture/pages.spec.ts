import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpAdapterHost } from '@nestjs/core';
import Fastify, { type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createGateway } from '../../apps/gateway/src/gateway.js';
import { defaultUpstream, serviceNames, type ServiceName } from '../../apps/gateway/src/routes.js';
import { WebPages } from '../../apps/standalone/src/web/web-pages.js';
import { servePages } from '#platform';

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'qijing-pages-'));
const folder = join(scratch, 'web');
const servers: { close(): unknown }[] = [];
const urls: Record<string, string> = {};

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'console'));
  for (const [file, text] of [
    ['index.html', '<p>sign-in'],
    ['theme.js', '// theme'],
    ['console/index.html', '<p>console'],
    ['console/sw.js', '// worker'],
    ['assets/app-1a2b.js', '// app'],
  ] as const) {
    writeFileSync(join(folder, file), text);
  }
  writeFileSync(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync(Buffer.from('// app')));
  writeFileSync(join(scratch, 'outside.txt'), 'not for you');
  const fastify: FastifyInstance = Fastify();
  servePages(fastify, folder);
  urls.standalone = await fastify.listen({ port: 0, host: '127.0.0.1' });
  const upstreams = Object.fromEntries(serviceNames.map((name) => [name, defaultUpstream(name)]));
  const gateway = await createGateway({
    upstreams: upstreams as Record<ServiceName, string>,
    bodyLimit: 1024,
    pages: folder,
  });
  urls.gateway = await gateway.listen({ port: 0, host: '127.0.0.1' });
  servers.push(fastify, gateway);
});

afterAll(async () => {
  for (const server of servers) await server.close();
  rmSync(scratch, { recursive: true });
});

/** One-process profile and gateway of the cluster serve the same pages in the same way. */
describe.each(['standalone', 'gateway'])('pages served by %s', (name) => {
  const ask = (path: string, headers = {}) => fetch(`${urls[name]}${path}`, { redirect: 'manual', headers });

  it.each([
    ['/', '<p>sign-in', 'no-cache'],
    ['/theme.js', '// theme', 'no-cache'],
    ['/console/', '<p>console', 'no-cache'],
    ['/console/incidents/7?x=1', '<p>console', 'no-cache'],
    ['/console/sw.js', '// worker', 'no-cache'],
    ['/assets/app-1a2b.js', '// app', 'public, max-age=31536000, immutable'],
  ])('%s', async (path, text, caching) => {
    const answer = await ask(path, { 'Accept-Encoding': 'br' });
    expect([answer.status, await answer.text(), answer.headers.get('Cache-Control')]).toEqual([200, text, caching]);
  });

  it('sends what is compressed already to those who can read it', async () => {
    const encoded = await ask('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip, br' });
    const plain = await ask('/assets/app-1a2b.js', { 'Accept-Encoding': 'identity' });
    expect([encoded, plain].map(({ headers }) => headers.get('Content-Encoding'))).toEqual(['br', null]);
    await Promise.all([encoded.text(), plain.text()]);
  });

  it('sends an app without its slash there', async () => {
    const answer = await ask('/console');
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/console/']);
  });

  it.each(['/nothing', '/assets/nothing.js', '/api'])('has no %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each(['/..%2foutside.txt', '/assets/..%2f..%2foutside.txt'])('leads nobody out by %s', async (path) => {
    const answer = await ask(path);
    const status = name === 'gateway' ? 400 : 404;
    expect([answer.status, (await answer.text()).includes('not for you')]).toEqual([status, false]);
  });
});

describe('the policy of the pages', () => {
  it('is the same before the cluster as in the one-process profile', () => {
    const { pages } = JSON.parse(readFileSync(resolve(root, 'apps/gateway/routes.json'), 'utf8')) as {
      pages: { headers: Record<string, string> };
    };
    const source = readFileSync(resolve(root, 'libs/platform/src/http/security-headers.ts'), 'utf8');
    expect(source).toContain(`const PAGE_POLICY =\n  "${pages.headers['content-security-policy']}"`);
  });
});

it('leaves the routes that are there to the error handler that comes later', async () => {
  const fastify: FastifyInstance = Fastify();
  fastify.post('/before', () => 'taken');
  // Nest calls hooks of modules, which may wait, between its routes and its error handler.
  await new Promise<void>((resolve) => {
    servePages(fastify, folder);
    setImmediate(resolve);
  });
  fastify.setErrorHandler((_error, _request, reply) => reply.code(499).send('ours'));
  const answer = await fastify.inject({
    method: 'POST',
    url: '/before',
    headers: { 'content-type': 'a/b' },
    body: 'x',
  });
  expect([answer.statusCode, answer.body]).toEqual([499, 'ours']);
  await fastify.close();
});

it('lets commands, which have no server, start when the pages are built', () => {
  const pages = new WebPages(new HttpAdapterHost());
  Object.assign(pages, { folder });
  expect(() => pages.onModuleInit()).not.toThrow();
});
