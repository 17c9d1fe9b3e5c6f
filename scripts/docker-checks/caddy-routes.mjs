import { readFileSync, writeFileSync } from 'node:fs';
import { table } from '../lib/route-table.mjs';
import { inRoot } from '../lib/paths.mjs';

export const caddyfile = inRoot('docker/Caddyfile');
const BEGIN = /^\t# routes: begin.*$/m;
const END = /^\t# routes: end$/m;

const upstreamOf = (service) =>
  `{$QIJING_UPSTREAM_${service.toUpperCase()}:${service}:${table.services[service].port}}`;

/** A service may take as long as the gateway grants it; a live stream says every 15 s that it is alive. */
const TRANSPORT = ['transport http {', '\tdial_timeout 5s', '\tresponse_header_timeout 30s', '\tread_timeout 60s', '}'];

const reverseProxy = (service, more = []) => [
  `reverse_proxy ${upstreamOf(service)} {`,
  ...[...more, ...TRANSPORT].map((line) => `\t${line}`),
  '}',
];

/**
 * The block of the Caddyfile that routes.json stands for; `route` keeps the order, so the first match wins. Pages come
 * behind the API: an address below an app that names no file is the app's page.
 */
export function routesBlock() {
  const blocks = table.routes.flatMap(({ name, service, paths, stream }) => [
    ...matcher(name, paths),
    `handle @${name} {`,
    ...(stream ? reverseProxy(service, ['flush_interval -1']) : ['encode zstd gzip', ...reverseProxy(service)]).map(
      (line) => `\t${line}`,
    ),
    '}',
    '',
  ]);
  const pages = [
    '@page {',
    '\tmethod GET HEAD',
    '\tfile {',
    '\t\troot /srv/web',
    '\t\ttry_files {path} {path}/index.html /{http.request.uri.path.0}/index.html',
    '\t}',
    '}',
    'handle @page {',
    '\troot * /srv/web',
    ...Object.entries(table.pages.headers).map(([name, value]) => `\theader ${name} "${value}"`),
    '\t@hashed path /assets/*',
    '\theader @hashed Cache-Control "public, max-age=31536000, immutable"',
    '\t@named not path /assets/*',
    '\theader @named Cache-Control no-cache',
    '\trewrite * {file_match.relative}',
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '}',
    '',
  ];
  const lines = ['route {', ...[...blocks, ...pages, 'error 404'].map((line) => (line ? `\t${line}` : '')), '}'];
  return lines.map((line) => (line ? `\t${line}` : '')).join('\n');
}

function matcher(name, paths) {
  if (paths.length === 1) return [`@${name} path ${paths[0]}`];
  return [`@${name} {`, ...paths.map((path) => `\tpath ${path}`), '}'];
}

/** Whether the Caddyfile holds exactly the routes of routes.json. */
export const routesAreCurrent = () => readFileSync(caddyfile, 'utf8') === withRoutes();

export const writeRoutes = () => writeFileSync(caddyfile, withRoutes());

function withRoutes() {
  const text = readFileSync(caddyfile, 'utf8');
  const begin = BEGIN.exec(text);
  const end = END.exec(text);
  if (!begin || !end) throw new Error('docker/Caddyfile lacks the lines "# routes: begin" and "# routes: end"');
  return `${text.slice(0, begin.index + begin[0].length)}\n${routesBlock()}\n${text.slice(end.index)}`;
}

/**
 * What Caddy itself makes of the block: `[{service, paths, immediate}]` in order, from `caddy adapt`. The proxy's own
 * readiness is no route of the product.
 */
export function adaptedRoutes(adapted) {
  const found = [];
  const visit = (node, paths) => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, paths));
    if (!node || typeof node !== 'object') return;
    const own = node.match?.[0]?.path ?? paths;
    if (node.handler === 'reverse_proxy' && !own[0].startsWith('/health/')) {
      const [service] = node.upstreams[0].dial.split(':');
      found.push({ service, paths: own, immediate: node.flush_interval === -1 });
    }
    for (const value of Object.values(node)) visit(value, own);
  };
  visit(adapted, []);
  return found;
}
