import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../auth/access.guard.js';
import { STATUS_OF } from '../problem/problem.js';

/** What a document covers. */
export interface OpenApiOptions {
  title: string;
  version?: string;
  description?: string;
  /** Modules to include; all of the application by default. */
  include?: Type[];
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PROBLEM_REF = '#/components/schemas/Problem';

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457 problem document.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'traceId', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', description: 'Stable dotted code.' },
    detail: { type: 'string', description: 'Explanation in the language of Accept-Language (zh-CN or en).' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const LANGUAGE_PARAMETER = {
  name: 'Accept-Language',
  in: 'header' as const,
  required: false,
  description: 'Language of messages: zh-CN (default) or en.',
  schema: { type: 'string', example: 'zh-CN' },
};

/** The OpenAPI 3.1 document of an application: its routes, security schemes and the problem documents they may answer. */
export function buildOpenApi(app: INestApplication, options: OpenApiOptions): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(options.title)
    .setDescription(options.description ?? 'Errors are problem documents (application/problem+json).')
    .setVersion(options.version ?? '1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    include: options.include,
    deepScanRoutes: true,
  });
  for (const item of Object.values(document.paths)) {
    for (const method of METHODS) if (item[method]) describeCommon(item[method], method);
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    responses: { ...document.components?.responses, ...problemResponses() },
  };
  return document;
}

/** Adds what every operation has: the language header, and the problems it may answer. */
function describeCommon(operation: Operation, method: (typeof METHODS)[number]): void {
  operation.parameters = [...(operation.parameters ?? []), LANGUAGE_PARAMETER];
  const secured = (operation.security ?? []).length > 0;
  const writing = method !== 'get';
  const statuses = [400, ...(secured ? [401, 403] : []), 404, ...(writing ? [409, 413, 415, 422] : []), 429, 500, 503];
  if (method === 'patch' || method === 'put') statuses.push(412, 428);
  for (const status of statuses) {
    operation.responses[String(status)] ??= { $ref: `#/components/responses/Problem${status}` };
  }
}

function problemResponses(): Responses {
  const statuses = [...new Set([...Object.values(STATUS_OF), 415, 500])].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      `Problem${status}`,
      {
        description: `Problem document with status ${status}.`,
        content: { 'application/problem+json': { schema: { $ref: PROBLEM_REF } } },
      },
    ]),
  );
}

/** Serves Swagger UI under `/api/docs` and the document under `/api/docs/openapi.json`, from files of this server. */
export function serveDocs(app: INestApplication, options: OpenApiOptions): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= buildOpenApi(app, options)), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    yamlDocumentUrl: 'api/docs/openapi.yaml',
    customSiteTitle: options.title,
  });
}
