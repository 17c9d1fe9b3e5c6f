import { readFileSync } from 'node:fs';

/** The one route table of the product: the gateway reads it, and the Caddyfile's routes are written from it. */
export const table = JSON.parse(readFileSync(new URL('routes.json', import.meta.url), 'utf8'));

export const serviceNames = Object.keys(table.services);

/** `*` at the end is any rest of the path, `*` elsewhere is one segment: the meaning Caddy gives them. */
function toPattern(path) {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const open = escaped.endsWith('*');
  const body = (open ? escaped.slice(0, -1) : escaped).replaceAll('*', '[^/]+');
  return new RegExp(`^${body}${open ? '.*' : ''}$`);
}

const compiled = table.routes.map((route) => ({ ...route, patterns: route.paths.map(toPattern) }));

/** The first route one of whose paths matches, or undefined. `pathname` is without query. */
export function routeOf(pathname) {
  return compiled.find((route) => route.patterns.some((pattern) => pattern.test(pathname)));
}
