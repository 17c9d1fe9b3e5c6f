import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { table } from './route-table.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/**
 * The built pages, as the one-process profile serves them: an address below an app that names no file is the app's page,
 * files with hashed names are kept for good, everything else is asked for anew.
 * @param {string} folder what `npm run build` wrote
 */
export class Pages {
  #folder;
  #files;

  constructor(folder) {
    this.#folder = folder;
    this.#files = new Set(existsSync(folder) ? filesIn(folder) : []);
  }

  /** Answers with a page or one of its files; false when the address is neither. */
  send(request, response, pathname) {
    if (!['GET', 'HEAD'].includes(request.method)) return false;
    const [, app] = pathname.split('/');
    if (pathname === `/${app}` && this.#files.has(`${app}/index.html`)) return redirect(response, `/${app}/`);
    const file = [pathname.slice(1) || 'index.html', `${app}/index.html`].find((each) => this.#files.has(each));
    if (file === undefined) return false;
    const accepted = request.headers['accept-encoding'] ?? '';
    const [encoding, ending] =
      ENCODINGS.find(([name, end]) => accepted.includes(name) && this.#files.has(file + end)) ?? [];
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...table.pages.headers,
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(join(this.#folder, file + (ending ?? ''))), response, () => undefined);
    return true;
  }
}

function redirect(response, location) {
  response.writeHead(308, { location }).end();
  return true;
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
