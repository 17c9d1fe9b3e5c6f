import type { components } from './schema';

/** A problem document (RFC 9457) as the services answer it. */
export type ProblemDocument = components['schemas']['Problem'];

/** A request that was refused or failed, with words for people in their language. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly document: ProblemDocument) {
    super(document.detail || document.title);
  }

  /** HTTP status; 0: there was no answer. */
  get status(): number {
    return this.document.status;
  }

  /** Stable dotted code, e.g. `assignment.transition-refused`. */
  get code(): string {
    return this.document.code;
  }

  /** The refusal of one field, named by its JSON pointer (`/reporter/phone`). */
  fieldError(pointer: string): string | undefined {
    return this.document.errors.find((each) => each.pointer === pointer)?.message;
  }
}

/** The server could not be reached, or what answered was none of ours. */
export function unreachable(title: string, detail: string, status = 0): Problem {
  const code = status === 0 ? 'client.unreachable' : 'client.unexpected-answer';
  return new Problem({
    type: `urn:qijing:problem:${code}`,
    title,
    status,
    code,
    detail,
    instance: '',
    traceId: '',
    errors: [],
  });
}

/** Whether somebody else changed the thing in the meantime (`If-Match` named an older version). */
export const isStale = (error: unknown): error is Problem => error instanceof Problem && error.status === 412;

/** Whether nobody is signed in any more. */
export const isSignedOut = (error: unknown): error is Problem => error instanceof Problem && error.status === 401;

/** Whether the same request may succeed later: no answer, the server cannot just now, or another window sends the same. */
export const isPassing = (error: unknown): error is Problem =>
  error instanceof Problem &&
  (error.status === 0 || error.status === 429 || error.status >= 500 || error.code === 'idempotency.in-progress');
