import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { committedDocument } from './committed-document.js';
import { describeOperation } from './describe-operation.js';
import { problemComponents } from './problems.js';
import { decidesOnVersion } from './refusal-statuses.js';

/** What a document covers. */
export interface OpenApiOptions {
  title: string;
  version?: string;
  description?: string;
  /** Modules to include; all of the application by default. */
  include?: Type[];
}

const SESSION_SCHEME = {
  type: 'apiKey',
  in: 'cookie',
  description: 'Set by signing in; over plain http its name is without the prefix `__Host-`.',
} as const;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The OpenAPI 3.1 document of an application: its routes, security schemes and the problem documents they may answer. */
export function buildOpenApi(app: INestApplication, options: OpenApiOptions): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(options.title)
    .setDescription(options.description ?? 'Errors are problem documents (application/problem+json).')
    .setVersion(options.version ?? '1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addCookieAuth(SESSION_COOKIE, { ...SESSION_SCHEME, name: SESSION_COOKIE }, 'session');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    include: options.include,
    deepScanRoutes: true,
    operationIdFactory: operationId,
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation)
        describeOperation(operation, method, path, item.patch !== undefined || decidesOnVersion(operation));
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
