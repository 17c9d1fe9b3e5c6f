import type { OpenAPIObject } from '@nestjs/swagger';
import { problemResponse } from './problems.js';
import { refusalStatuses } from './refusal-statuses.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameters = NonNullable<Operation['parameters']>;

const LANGUAGE = {
  name: 'Accept-Language',
  in: 'header' as const,
  required: false,
  description: 'Language of messages: zh-CN (default) or en.',
  schema: { type: 'string', example: 'zh-CN' },
};

const ETAG = {
  ETag: { description: 'Version of the answered thing, for If-Match.', schema: { type: 'string', example: '"7"' } },
};

const REPLAYED = {
  'Idempotent-Replayed': {
    description: 'Present when this is the stored answer of an earlier request with the same key.',
    schema: { type: 'string', enum: ['true'] },
  },
};

const SUCCESS: Readonly<Record<string, string>> = { 200: 'The answer.', 201: 'It was created.', 204: 'Done.' };

/** Adds what follows from the kind of an operation: tag, headers, and the problems it may answer. */
export function describeOperation(operation: Operation, method: string, path: string, versioned: boolean): void {
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
