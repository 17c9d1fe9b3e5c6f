import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOBODY } from './routes.js';
import { routesOf } from './router.js';
import type { System } from './system.js';

/** A route of the running product, with an address that it answers. */
export interface KnownRoute {
  readonly method: string;
  readonly pattern: string;
  readonly path: string;
}

/** What a route takes as a body. */
interface Bodied {
  /** Names of the fields. */
  readonly fields: readonly string[];
  /** A body with this text in every field, at every depth. */
  filledWith(text: string): unknown;
}

/** A route that takes a body. */
export type WrittenRoute = KnownRoute & Bodied;

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Document {
  readonly paths: Record<
    string,
    Record<string, { readonly requestBody?: { readonly content: { readonly 'application/json': { schema: Schema } } } }>
  >;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const DOCUMENT = join(import.meta.dirname, '../../../docs/api/qijing.openapi.json');

/** Every route of the API, as the router itself has it. */
export function knownRoutes(system: System): KnownRoute[] {
  return routesOf(system)
    .filter((route) => / \/api\/v1\//.test(route))
    .map((route) => {
      const [method = '', pattern = ''] = route.split(' ');
      return { method, pattern, path: pattern.replaceAll(':id', NOBODY) };
    });
}

/** Every route that may be sent a body, with what the API's own document (generated, drift-checked) says of it. */
export function writtenRoutes(system: System): WrittenRoute[] {
  const documented = bodiesOfDocument();
  return knownRoutes(system)
    .filter(({ method }) => ['POST', 'PATCH', 'PUT'].includes(method))
    .map((route) => ({ ...route, ...(documented.get(`${route.method} ${route.pattern}`) ?? NO_BODY) }));
}

const NO_BODY: Bodied = { fields: [], filledWith: () => ({}) };

function bodiesOfDocument(): Map<string, Bodied> {
  const { paths, components } = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document;
  const resolved = ({ $ref, ...schema }: Schema): Schema =>
    $ref === undefined ? schema : (components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const propertiesOf = (schema: Schema): [string, Schema][] => {
    const { properties = {}, allOf = [], oneOf = [] } = resolved(schema);
    return [...Object.entries(properties), ...[...allOf, ...oneOf].flatMap(propertiesOf)];
  };
  const filled = (schema: Schema, text: string): unknown => {
    const { items } = resolved(schema);
    if (items) return [filled(items, text)];
    const properties = propertiesOf(schema);
    return properties.length === 0
      ? text
      : Object.fromEntries(properties.map(([name, of]) => [name, filled(of, text)]));
  };
  return new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]): [string, Bodied][] => {
        const schema = requestBody?.content['application/json'].schema;
        if (!schema) return [];
        const fields = propertiesOf(schema).map(([name]) => name);
        const filledWith = (text: string) => filled(schema, text);
        return [[`${method.toUpperCase()} ${path.replace(/\{\w+\}/g, ':id')}`, { fields, filledWith }]];
      }),
    ),
  );
}
