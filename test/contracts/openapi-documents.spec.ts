import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { readdirSync, readFileSync } from 'node:fs';
import { objectsIn, saidTwice } from './documents.js';

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security?: object[];
  parameters: { name: string; in: string; required?: boolean }[];
  responses: Record<string, object>;
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
}

interface Document {
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<
      string,
      { type?: string; properties?: object; additionalProperties?: boolean; required?: string[] }
    >;
  };
}

const folder = new URL('../../docs/api/', import.meta.url);
const documentOf = (file: string): Document => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Document;
const files = readdirSync(folder).filter((file) => file.endsWith('.openapi.json'));
const product = documentOf('qijing.openapi.json');
const operations = Object.entries(product.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, method, operation })),
);

/** Whether a union names a field that each of its kinds must have, with a word of its own. */
function tells(document: Document, oneOf: unknown, discriminator: unknown): boolean {
  if (!Array.isArray(oneOf) || typeof discriminator !== 'object') return false;
  const { propertyName, mapping } = discriminator as { propertyName: string; mapping: Record<string, string> };
  const kinds = (oneOf as { $ref: string }[]).map(({ $ref }) => $ref);
  const isTold = ([word, kind]: [string, string]) => {
    const { properties = {}, required = [] } = document.components.schemas[kind.split('/').at(-1) ?? ''] ?? {};
    const field = (properties as Record<string, { enum?: unknown[] }>)[propertyName];
    return required.includes(propertyName) && JSON.stringify(field?.enum) === JSON.stringify([word]);
  };
  return (
    JSON.stringify(Object.values(mapping).sort()) === JSON.stringify([...kinds].sort()) &&
    Object.entries(mapping).every(isTold)
  );
}
const namesOf = (document: Document): string[] =>
  Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`));

describe('the OpenAPI documents', () => {
  it.each(files)('%s is valid OpenAPI 3.1', async (file) => {
    const { valid, errors } = await new Validator().validate(readFileSync(new URL(file, folder), 'utf8'));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('are merged into one without loss', () => {
    const services = files.filter((file) => !file.startsWith('qijing.'));
    expect(namesOf(product).sort()).toEqual(services.flatMap((file) => namesOf(documentOf(file))).sort());
  });

  it('name every operation once, with summary, description, described tag and documented refusals', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    const described = new Set(product.tags.filter(({ description }) => description !== '').map(({ name }) => name));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { name, operation } of operations) {
      expect([name, operation.summary.length > 3, operation.description.length > 3]).toEqual([name, true, true]);
      expect([name, operation.tags.filter((tag) => !described.has(tag))]).toEqual([name, []]);
      expect([name, Object.keys(operation.responses)]).toEqual([name, expect.arrayContaining(['429', '503'])]);
    }
  });

  it('say of every operation who may, also where everybody may', () => {
    const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ name }) => name);
    expect(open).toContain('POST /api/v1/sessions');
    for (const { name, operation } of operations) {
      expect([name, operation.security?.length === 0]).toEqual([name, operation.description.endsWith(': everybody.')]);
      expect([name, operation.security]).not.toEqual([name, undefined]);
    }
  });

  it('hold no schema without content', () => {
    const empty = Object.entries(product.components.schemas).filter(
      ([, schema]) => schema.type === 'object' && Object.keys(schema.properties ?? {}).length === 0,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it.each(files)('%s says of everything that is one of several how to tell which', (file) => {
    const document = documentOf(file);
    const unions = [...objectsIn(document)].filter(({ object }) => 'oneOf' in object || 'anyOf' in object);
    const faults = unions.filter(({ object: { oneOf, discriminator } }) => !tells(document, oneOf, discriminator));
    expect(faults.map(({ at }) => at)).toEqual([]);
    expect(unions.length > 0).toBe(['qijing', 'cases'].some((name) => file.startsWith(name)));
  });

  it.each(files)('%s says no list of words twice', (file) => {
    expect(saidTwice(documentOf(file))).toEqual([]);
  });

  it('close every request body', () => {
    const open = operations.filter(({ operation }) => {
      const name = operation.requestBody?.content['application/json']?.schema.$ref.split('/').at(-1);
      return name !== undefined && product.components.schemas[name]?.additionalProperties !== false;
    });
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('demand the version of every edit and the key of every act from a phone', () => {
    const demanded = (operation: Operation, header: string) =>
      operation.parameters.some(({ name, required }) => name === header && required === true);
    for (const { name, method, operation } of operations) {
      if (method === 'patch') expect([name, demanded(operation, 'If-Match')]).toEqual([name, true]);
      if (/assignments\/\{id\}\/(acknowledge|depart|arrive|feedback|complete|decline)$/.test(name)) {
        expect([name, demanded(operation, 'Idempotency-Key')]).toEqual([name, true]);
      }
    }
  });

  it('carry no fact of the machine that made them', () => {
    for (const file of files) {
      expect(readFileSync(new URL(file, folder), 'utf8')).not.toMatch(
        /localhost|127\.0\.0\.1|:\d{4}\/|\/tmp\/|\/home\//,
      );
    }
  });
});
