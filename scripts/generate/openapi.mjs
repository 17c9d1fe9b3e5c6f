import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { inRoot } from '../lib/paths.mjs';
import { docComments } from './doc-comments.mjs';
import { nameTypes, vocabularies } from './named-types.mjs';
import { operationsOf, refine } from './refine.mjs';
import { mapObjects, sorted } from './stable.mjs';

const DESCRIPTION = `Reports of enterprises become dispatches of several police disciplines, cases, loss ledgers and notices.

- **Errors** are problem documents (RFC 9457, \`application/problem+json\`) with a stable \`code\` and a pointer per wrong field.
- **Languages**: \`Accept-Language: zh-CN\` (default) or \`en\`.
- **Sign-in**: \`POST /api/v1/sessions\` sets an HttpOnly cookie for browsers and answers a bearer token for machines.
- **Repeated requests**: a POST with an \`Idempotency-Key\` takes effect once; its answer is kept for 24 hours and replayed.
- **Edits and decisions** name the version they start from in \`If-Match\`: the \`ETag\` of the answer, or the \`version\` in it. 428 without, 412 when it has changed; \`*\` for machines. Facts are taken without.
- **Lists** are read page by page: \`?limit=1..200&after=<next of the page before>\`; \`next\` is null on the last page.
- **Times** are ISO 8601 instants, in answers UTC with milliseconds. **Money** is integer fen.`;

/** The OpenAPI documents: one per service, and the merged one of the product. @returns {Promise<Record<string, object>>} */
export async function openApiDocuments() {
  const comments = docComments(
    'libs/contracts/src',
    'libs/platform/src',
    'apps/cases/src/domain',
    ...['intake', 'routing', 'cases', 'notifications', 'identity'].map((name) => `apps/${name}/src/inbound/http`),
  );
  const words = vocabularies(await import(inRoot('dist/libs/contracts/src/index.js')));
  const raw = await rawDocuments();
  const services = Object.entries(raw).map(([name, document]) => [
    name,
    dressed(withNamedTypes(refine(mapObjects(document, inOrder), comments), words), name, comments),
  ]);
  return { ...Object.fromEntries(services), qijing: merged(services, comments) };
}

/** The documents as the framework makes them, from a process on an empty data folder that never listens. */
async function rawDocuments() {
  const { AppLogger, buildOpenApi, createServiceApp, loadConfig } = await import(
    inRoot('dist/libs/platform/src/index.js')
  );
  const standalone = 'dist/apps/standalone/src';
  const { SERVICE_MODULES, StandaloneModule } = await import(inRoot(`${standalone}/standalone.module.js`));
  const { StandaloneConfig } = await import(inRoot(`${standalone}/standalone.config.js`));
  const dataDir = mkdtempSync(join(tmpdir(), 'qijing-generate-'));
  const config = loadConfig(StandaloneConfig, { QIJING_DATA_DIR: dataDir, QIJING_LOG_LEVEL: 'silent' });
  const app = await createServiceApp(StandaloneModule, config, new AppLogger({ service: 'generate', level: 'silent' }));
  try {
    const documents = Object.entries(SERVICE_MODULES).map(([name, module]) => [
      name,
      structuredClone(buildOpenApi(app, { title: `Qijing ${name}`, include: [module] })),
    ]);
    return Object.fromEntries(documents);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The compiler lists the members of a union in the order in which it met them anywhere; that is not for the document. */
const inOrder = (schema) => (Array.isArray(schema.enum) ? { ...schema, enum: [...schema.enum].sort() } : schema);

/** The same document with a schema for every vocabulary and every union. */
function withNamedTypes(document, words) {
  const { paths, components } = document;
  const { named, schemas } = nameTypes({ paths, schemas: components.schemas }, words);
  const both = Object.keys(schemas).filter((name) => named.schemas[name]);
  if (both.length > 0) throw new Error(`${both.join()}: a class has the name of something else`);
  return {
    ...document,
    paths: named.paths,
    components: { ...components, schemas: { ...named.schemas, ...schemas } },
  };
}

/** Head, tags and order of a document. */
function dressed(document, name, comments) {
  const { license } = document.info;
  const title = name === 'qijing' ? 'Qijing 企警快处' : `Qijing 企警快处: ${name}`;
  const { schemas, responses, securitySchemes } = document.components;
  const used = new Set(
    [...JSON.stringify(document.paths).matchAll(/responses\/(Problem\d+)/g)].map(([, each]) => each),
  );
  return {
    openapi: '3.1.0',
    info: { title, version: productVersion(), description: DESCRIPTION, license },
    servers: [{ url: '/' }],
    tags: tagsOf(document.paths, comments),
    paths: sorted(document.paths),
    components: {
      securitySchemes: sorted(securitySchemes),
      responses: sorted(Object.fromEntries(Object.entries(responses).filter(([each]) => used.has(each)))),
      schemas: sorted(schemas),
    },
  };
}

function merged(services, comments) {
  const document = {
    info: services[0][1].info,
    paths: {},
    components: { securitySchemes: {}, responses: {}, schemas: {} },
  };
  for (const [service, { paths, components }] of services) {
    unite(document.paths, paths, service, 'path');
    for (const part of Object.keys(document.components))
      unite(document.components[part], components[part], service, part);
  }
  return dressed(document, 'qijing', comments);
}

/** Names mean one thing in the whole product. */
function unite(into, from, service, what) {
  for (const [name, value] of Object.entries(from)) {
    if (what === 'path') into[name] = { ...into[name], ...value };
    else if (into[name] === undefined) into[name] = value;
    else if (!isDeepStrictEqual(into[name], value)) {
      throw new Error(`${service}: ${what} ${name} means something else in another service; rename one of the classes`);
    }
  }
}

/** A tag per first word of the paths, described by the docstrings of its controllers. */
function tagsOf(paths, comments) {
  const names = [...new Set(operationsOf(paths).flatMap(({ tags }) => tags))].sort();
  return names.map((name) => {
    const route = name === 'keys' ? '.well-known' : name;
    const texts = [...comments.values()].filter((each) => each.route === route && each.text).map(({ text }) => text);
    return { name, description: texts.join(' ') };
  });
}

const productVersion = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version;
