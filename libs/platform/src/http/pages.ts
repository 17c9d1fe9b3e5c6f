import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Where `npm run build` puts the pages, seen from a joined program, the compiled file and the source. */
const BUILT = ['../web', '../../../../web', '../../../../dist/web'].map((path) => resolve(import.meta.dirname, path));

/** Seconds that a file with a hash in its name may be kept: it never changes. */
const A_YEAR = 365 * 24 * 60 * 60;

/** The folder of the built pages; undefined when they are not built. */
export const builtPages = (): string | undefined => BUILT.find((each) => existsSync(join(each, 'index.html')));

/**
 * Adds the routes of the pages and files in a folder, as they are at this moment. Waits for nothing: waiting for a plugin
 * would give the routes that are there already Fastify's own error handler for good, before Nest has set its one.
 */
export function servePages(fastify: FastifyInstance, folder: string): void {
  const files = filesIn(folder);
  void fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  fastify.get('/assets/*', (request, reply) =>
    send(reply, folder, pathOf(request), { maxAge: A_YEAR * 1000, immutable: true }),
  );
  for (const app of appsAmong(files)) {
    fastify.get(`/${app}`, (_request, reply) => reply.redirect(`/${app}/`, 308));
    // The app itself knows what its addresses mean; only its files are told apart.
    fastify.get(`/${app}/*`, (request, reply) =>
      send(reply, folder, files.has(pathOf(request)) ? pathOf(request) : `${app}/index.html`),
    );
  }
  for (const file of [...files].filter((each) => !each.includes('/'))) {
    fastify.get(`/${file === 'index.html' ? '' : file}`, (_request, reply) => send(reply, folder, file));
  }
}

/** Paths of all files, with `/`; what lies compressed beside a file is no file of its own. */
function filesIn(folder: string): Set<string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split('\\').join('/'));
  return new Set(paths);
}

/** Every folder with a page of its own is an app. */
const appsAmong = (files: Set<string>): string[] =>
  [...files].flatMap((file) => /^([^/]+)\/index\.html$/.exec(file)?.[1] ?? []);

const pathOf = ({ url }: FastifyRequest): string => (url.split('?')[0] ?? '/').slice(1);

function send(reply: FastifyReply, folder: string, path: string, caching?: object): FastifyReply {
  if (caching) return reply.sendFile(path, folder, caching);
  return reply.header('Cache-Control', 'no-cache').sendFile(path, folder, { cacheControl: false });
}
