import { readFileSync } from 'node:fs';

/** What a document says of a value. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** A text somewhere in a body or query. */
export interface Leaf {
  /** Names and places in lists that lead to it. */
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
}

const document = JSON.parse(
  readFileSync(new URL('../../../docs/api/qijing.openapi.json', import.meta.url), 'utf8'),
) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** A path with `:id` for every parameter, as the table of routes writes it. */
const written = (path: string): string => path.replace(/\{\w+\}/g, ':id');

function operation(method: string, pattern: string): Operation {
  const item = Object.entries(document.paths).find(([path]) => written(path) === pattern)?.[1];
  return item?.[method.toLowerCase()] ?? {};
}

/** Every text of the body of a route, as its document names it. */
export function bodyTexts(method: string, pattern: string): Leaf[] {
  const body = operation(method, pattern).requestBody?.content['application/json'];
  return body ? [...textsIn(body.schema, [])] : [];
}

/** Every text of the query of a route. */
export const queryTexts = (method: string, pattern: string): Leaf[] =>
  (operation(method, pattern).parameters ?? [])
    .filter((each) => each.in === 'query' && resolved(each.schema).type === 'string')
    .map(({ name, schema }) => ({ path: [name], schema: resolved(schema) }));

function* textsIn(schema: Schema, path: readonly (string | number)[]): Generator<Leaf> {
  const { type, properties = {}, items, ...rest } = resolved(schema);
  if (type === 'string') yield { path, schema: { type, ...rest } };
  if (items) yield* textsIn(items, [...path, 0]);
  for (const [name, each] of Object.entries(properties)) yield* textsIn(each, [...path, name]);
}

function resolved(schema: Schema): Schema {
  const name = (schema.allOf?.[0] ?? schema).$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

/** A copy of a body with a value at a place; parts and lists on the way are made. */
export function withValue(body: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') return [withValue(Array.isArray(body) ? body[step] : undefined, rest, value)];
  const before = (body ?? {}) as Readonly<Record<string, unknown>>;
  return { ...before, [step]: withValue(before[step], rest, value) };
}

export const pointerOf = (path: readonly (string | number)[]): string => path.map((step) => `/${step}`).join('');
