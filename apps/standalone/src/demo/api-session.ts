import { randomUUID } from 'node:crypto';

/** Milliseconds after which a request counts as lost. */
const TIMEOUT_MS = 10_000;

/** A refusal as the API answers it. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

/** One signed-in person, over the public API. */
export class ApiSession {
  private constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** Signs in; throws `ApiProblem` when that is refused. */
  static async signIn(baseUrl: string, account: string, password: string): Promise<ApiSession> {
    const { accessToken } = await call<{ accessToken: string }>(`${baseUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    return new ApiSession(baseUrl, accessToken);
  }

  get<T>(path: string): Promise<T> {
    return call<T>(`${this.baseUrl}/api/v1/${path}`, { headers: { authorization: `Bearer ${this.token}` } });
  }

  /** Edits what was read at this version. */
  patch<T>(path: string, body: object, version: number): Promise<T> {
    return call<T>(`${this.baseUrl}/api/v1/${path}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'if-match': `W/"${version}"`,
      },
      body: JSON.stringify(body),
    });
  }

  /** Every write carries an Idempotency-Key: a fresh one, or the one of an attempt that got no answer. */
  post<T>(path: string, body: object = {}, key: string = randomUUID()): Promise<T> {
    return call<T>(`${this.baseUrl}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
  }
}

async function call<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const body = (await answer.json()) as T & { code?: string; detail?: string; title?: string };
  if (!answer.ok) throw new ApiProblem(answer.status, body.code ?? 'unknown', body.detail ?? body.title ?? '');
  return body;
}
