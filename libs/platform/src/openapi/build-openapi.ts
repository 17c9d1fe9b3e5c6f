import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../auth/access.guard.js';
import { decidesOnVersion, problemComponents, problemResponse, refusalStatuses } from './problems.js';
import { committedDocument } from './committed-document.js';

/** What a document covers. */
export interface OpenApiOptions {
  title: string;
  version?: string;
  description?: string;
  /** Modules to include; all of the application by default. */
  include?: Type[];
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameters = NonNullable<Operation['parameters']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const LANGUAGE = {
  name: 'Accept-Language',
  in: 'header' as const,
  required: false,
  description: 'Language of messages: zh-CN (default) or en.',
  schema: { type: 'string', example: 'zh-CN' },
};

const ETAG = {
  ETag: { description: 'Version of the answered thing, for If-Match.', schema: { type: 'string', example: 'W/"7"' } },
};

const REPLAYED = {
  'Idempotent-Replayed': {
    description: 'Present when this is the stored answer of an earlier request with the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
};

const SUCCESS: Readonly<Record<string, string>> = { 200: 'The answer.', 201: 'It was created.', 204: 'Done.' };

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
    operationIdFactory: operationId,
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) describeCommon(operation, method, path, item.patch !== undefined || decidesOnVersion(operation));
    }
  }
  const { schemas, responses } = problemComponents();
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...schemas },
    responses: { ...document.components?.responses, ...responses },
  };
  return document;
}

/** `IncidentFilesController.read` is `incidentFilesRead`. */
function operationId(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

/** Adds what follows from the kind of an operation: tag, headers, and the problems it may answer. */
function describeCommon(operation: Operation, method: string, path: string, versioned: boolean): void {
  operation.tags = [tagOf(path)];
  for (const status of refusalStatuses(operation, method, path)) {
    operation.responses[String(status)] ??= problemResponse(status);
  }
  describeParameters(operation);
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!response || '$ref' in response) continue;
    response.description ||= SUCCESS[status] ?? '';
    if (Number(status) >= 400) response.content ??= problemContent();
    else response.headers = { ...response.headers, ...answerHeaders(operation, versioned) };
  }
}

/** The first word of a path; tags group what is about one thing, whichever controller does it. */
function tagOf(path: string): string {
  const word = path.replace(/^\/(api\/v1\/)?/, '').split('/')[0] ?? '';
  return word === '.well-known' ? 'keys' : word;
}

function describeParameters(operation: Operation): void {
  operation.parameters = [...(operation.parameters ?? []), LANGUAGE] as Parameters;
  for (const parameter of operation.parameters) {
    const hasDefault = 'schema' in parameter && parameter.schema && 'default' in parameter.schema;
    if ('in' in parameter && parameter.in === 'query' && hasDefault) parameter.required = false;
  }
}

function answerHeaders(operation: Operation, versioned: boolean): object {
  const keyed = operation.parameters?.some((each) => 'name' in each && each.name === 'Idempotency-Key');
  return { ...(versioned && ETAG), ...(keyed && REPLAYED) };
}

const problemContent = (): Record<string, object> => ({
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
});

/**
 * Serves Swagger UI under `/api/docs` and the document under `/api/docs/openapi.json`, from files of this server: the
 * committed document of the whole product, so that every process shows every route; without it the routes of this process.
 */
export function serveDocs(app: INestApplication, options: OpenApiOptions): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= committedDocument() ?? buildOpenApi(app, options)), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    yamlDocumentUrl: 'api/docs/openapi.yaml',
    customSiteTitle: options.title,
  });
}
