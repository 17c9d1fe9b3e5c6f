import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;

/** What each status of a refusal means; the problem's `code` tells which rule it was. */
const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The request is malformed; `errors` names every wrong field.',
  401: 'Nobody is signed in, or the session is no longer valid.',
  403: 'The roles of the caller do not permit this.',
  404: 'There is no such thing, or the caller may not know of it.',
  409: 'The present state does not allow this, or it exists already, or the same key is under way.',
  412: 'It was changed in the meantime: read again.',
  413: 'The body is too large.',
  414: 'The address is too long.',
  415: 'The content type is not `application/json`.',
  422: 'Well-formed, but a rule of the domain refuses it; or the Idempotency-Key was used for another request.',
  428: 'The If-Match header is missing.',
  429: 'Too many requests.',
  431: 'The headers are too large.',
  500: 'A fault of the server; quote the trace id.',
  503: 'A part of the system is unavailable for the moment.',
};

const RETRY_AFTER = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } } };

/** The problem document and the answers that carry one. */
export function problemComponents(): Required<Pick<Components, 'schemas' | 'responses'>> {
  const responses = Object.entries(MEANINGS).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      ...([429, 503].includes(Number(status)) && { headers: RETRY_AFTER }),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return {
    schemas: { Problem: PROBLEM, ProblemError: PROBLEM_ERROR },
    responses: Object.fromEntries(responses) as Components['responses'] & object,
  };
}

/** A reference to the answer of a status. */
export const problemResponse = (status: number): { $ref: string } => ({
  $ref: `#/components/responses/Problem${status}`,
});

const PROBLEM_ERROR = {
  type: 'object',
  description: 'One field at fault.',
  required: ['pointer', 'code', 'message'],
  properties: {
    pointer: { type: 'string', description: 'JSON pointer into the body, or `/query/…`, `/path/…`, `/headers/…`.' },
    code: { type: 'string', description: 'Stable dotted code.' },
    message: { type: 'string', description: 'What is wrong, in the language of the answer.' },
  },
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem document.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'traceId', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:qijing:problem:request.invalid' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', description: 'Stable dotted code.', example: 'request.invalid' },
    detail: { type: 'string', description: 'Explanation in the language of Accept-Language (zh-CN or en).' },
    instance: { type: 'string', description: 'Path of the request.' },
    traceId: { type: 'string' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemError' } },
  },
};
