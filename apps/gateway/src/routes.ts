import table from '../routes.json' with { type: 'json' };

/** A service behind the gateway. */
export type ServiceName = keyof typeof table.services;

/** Names of the services that the gateway knows. */
export const serviceNames = Object.keys(table.services) as ServiceName[];

/** Where a service listens on this machine, unless a setting says otherwise. */
export const defaultUpstream = (service: ServiceName): string => `http://127.0.0.1:${table.services[service].port}`;

/** The port of the gateway itself, unless a setting says otherwise. */
export const DEFAULT_PORT = table.gateway.port;

/** `*` at the end is any rest of the path, `*` elsewhere is one segment: the meaning Caddy gives them. */
function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const open = escaped.endsWith('*');
  const body = (open ? escaped.slice(0, -1) : escaped).replaceAll('*', '[^/]+');
  return new RegExp(`^${body}${open ? '.*' : ''}$`);
}

const compiled = table.routes.map(({ service, paths }) => ({
  service: service as ServiceName,
  patterns: paths.map(toPattern),
}));

/** The service of the first route one of whose paths matches; undefined when none does. `path` is without query. */
export function serviceOf(path: string): ServiceName | undefined {
  return compiled.find(({ patterns }) => patterns.some((pattern) => pattern.test(path)))?.service;
}
