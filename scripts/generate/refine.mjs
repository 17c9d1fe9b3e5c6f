import { classSchema, ruledClasses } from './class-schema.mjs';
import { mapObjects } from './stable.mjs';

const PREFIX = '#/components/schemas/';
/** Ids that are no UUIDs: a unit's id is its code, a plan's id its name, the id of a trace is W3C's, and the system acts
 * as account `system`. */
const PLAIN_IDS = new Set(['unitId', 'planId', 'traceId', 'accountId']);
/** The only fractions of the product; everything else is counted in whole units (fen, seconds, metres). */
const FRACTIONS = { longitude: 180, latitude: 90 };

/**
 * Makes a document that Nest's plugin wrote exact: rules that the plugin does not know, the house's naming (`…Id` is a
 * UUID, `…At` an instant, numbers are integers but for degrees), closed request bodies, summaries, no unused schemas.
 */
export function refine(document, comments) {
  const schemas = document.components.schemas;
  fillFromRules(schemas, comments);
  document.components.schemas = byConventions(schemas);
  splitSummaries(document.paths);
  addExpectedRoles(document.paths);
  openPublic(document.paths);
  namePathIds(document.paths);
  fillQueries(document.paths);
  closeRequests(document);
  dropUnused(document);
  return document;
}

/** Adds what class-validator demands; a schema that the plugin left empty is taken from the rules as a whole. */
function fillFromRules(schemas, comments) {
  const classes = ruledClasses();
  const pending = Object.keys(schemas);
  const refer = (part) => {
    if (!schemas[part.name]) {
      schemas[part.name] = { type: 'object', properties: {} };
      pending.push(part.name);
    }
    return { $ref: `${PREFIX}${part.name}` };
  };
  for (const name of pending) {
    const [schema, target] = [schemas[name], classes.get(name)];
    if (!target || name === 'Problem') continue;
    const isEmpty = Object.keys(schema.properties ?? {}).length === 0;
    const ruled = classSchema(target, isEmpty ? refer : (part) => ({ $ref: `${PREFIX}${part.name}` }));
    if (isEmpty) Object.assign(schema, ruled, schema.description ? {} : { description: comments.get(name)?.text });
    else for (const [field, rules] of Object.entries(ruled.properties)) addRules(schema.properties[field], rules);
  }
  for (const [name, schema] of Object.entries(schemas)) addComments(schema, comments.get(name));
}

function addRules(property, rules) {
  if (!property || '$ref' in rules) return;
  const { items, ...whole } = rules;
  Object.assign(property, whole);
  if (whole.format === 'date-time') delete property.pattern;
  if (items && property.items && !('$ref' in items) && !('$ref' in property.items))
    Object.assign(property.items, items);
}

function addComments(schema, comment) {
  if (!comment) return;
  if (comment.text) schema.description ??= comment.text;
  for (const [field, text] of Object.entries(comment.properties)) {
    const property = schema.properties?.[field];
    if (property && !('$ref' in property)) property.description ??= text;
  }
}

function byConventions(schemas) {
  return mapObjects(schemas, (object, path) => {
    const name = path.at(-1);
    if (path.at(-2) === 'properties') return fieldByName(name, object);
    if (name === 'items' && object.type === 'number' && !('multipleOf' in object)) return object;
    return object;
  });
}

function fieldByName(name, schema) {
  if (schema.type === 'number') return numberByName(name, schema);
  if (schema.type !== 'string' || schema.format || schema.enum) return schema;
  if (/(At|^at|^acknowledgeBy|^answerBy|^occurredFrom|^occurredTo)$/.test(name))
    return { ...schema, format: 'date-time' };
  if (/Id$/.test(name) && !PLAIN_IDS.has(name)) {
    const { pattern, ...rest } = schema;
    return { ...rest, format: 'uuid', ...(pattern && { pattern }) };
  }
  return schema;
}

function numberByName(name, schema) {
  const most = FRACTIONS[name];
  return most ? { ...schema, minimum: -most, maximum: most } : { ...schema, type: 'integer' };
}

/** The first sentence of a docstring is the summary, the whole of it the description. */
function splitSummaries(paths) {
  for (const operation of operationsOf(paths)) {
    const text = [operation.summary, operation.description].filter(Boolean).join(' ');
    operation.summary = (/^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text).replace(/\.$/, '');
    operation.description = text;
  }
}

/** Who may: in words for readers, as `x-roles` for programs. */
function addExpectedRoles(paths) {
  for (const operation of operationsOf(paths)) {
    const roles = operation['x-roles'];
    const who = !roles ? 'everybody' : roles.length === 0 ? 'every signed-in account' : roles.join(', ');
    operation.description = `${operation.description}\n\nOpen to: ${who}.`;
  }
}

/** What is open to everybody says so: tools that check documents take nothing said for a slip. */
function openPublic(paths) {
  for (const operation of operationsOf(paths)) if (!operation['x-roles']) operation.security = [];
}

/** Ids in paths are UUIDs but for units; other texts name nothing and are answered with 404, so the schema is a hint. */
function namePathIds(paths) {
  for (const [path, item] of Object.entries(paths)) {
    for (const operation of operationsOf({ [path]: item })) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.in === 'path') parameter.schema = pathSchema(path, parameter);
        else if (parameter.schema?.type === 'number') parameter.schema = { ...parameter.schema, type: 'integer' };
      }
    }
  }
}

/** Adds what class-validator demands of a query, by the class whose fields it has. */
function fillQueries(paths) {
  const queries = [...ruledClasses().values()].filter(({ name }) => name.endsWith('Query'));
  const rules = queries.map((target) => classSchema(target, () => ({})).properties);
  const keyOf = (names) => [...names].sort().join();
  const byFields = new Map(rules.map((properties) => [keyOf(Object.keys(properties)), properties]));
  for (const { parameters = [] } of operationsOf(paths)) {
    const asked = parameters.filter((each) => each.in === 'query');
    const known = byFields.get(keyOf(asked.map(({ name }) => name)));
    for (const { name, schema } of asked) addRules(schema, known?.[name] ?? {});
  }
}

function pathSchema(path, { name, schema }) {
  if (schema.type === 'number') return { type: 'integer', minimum: 1 };
  return path.startsWith('/api/v1/units/')
    ? { type: 'string', example: 'PS01' }
    : { type: 'string', format: 'uuid', title: name };
}

/** Unknown fields of a body are refused, so its schemas are closed. */
function closeRequests(document) {
  const schemas = document.components.schemas;
  const bodies = operationsOf(document.paths).map(({ requestBody }) => requestBody);
  for (const name of reachable(bodies, schemas)) {
    if (schemas[name].properties) schemas[name].additionalProperties ??= false;
  }
}

function dropUnused({ paths, components }) {
  const used = reachable([paths, components.responses], components.schemas);
  for (const name of Object.keys(components.schemas)) if (!used.has(name)) delete components.schemas[name];
}

/** Names of the schemas that something refers to, directly or through others. */
function reachable(from, schemas, seen = new Set()) {
  for (const [, name] of JSON.stringify(from).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (seen.has(name)) continue;
    if (!schemas[name]) throw new Error(`there is no schema ${name}`);
    seen.add(name);
    reachable(schemas[name], schemas, seen);
  }
  return seen;
}

/** Every operation of the paths. */
export function operationsOf(paths) {
  return Object.values(paths).flatMap((item) => Object.values(item).filter((each) => each?.operationId));
}
