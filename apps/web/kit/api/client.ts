import createClient, { type Middleware } from 'openapi-fetch';
import { locale, t } from '../i18n/i18n';
import { serverClock } from '../time/now';
import { Problem, unreachable, type ProblemDocument } from './problem';
import type { components, paths } from './schema';

/** The schemas of the API by name, e.g. `Schemas['IncidentFileView']`. */
export type Schemas = components['schemas'];

const sentAt = new WeakMap<Request, number>();
const signedOutListeners = new Set<() => void>();

/** Calls back whenever a request is refused because nobody is signed in. */
export function onSignedOut(listener: () => void): void {
  signedOutListeners.add(listener);
}

const middleware: Middleware = {
  onRequest({ request }) {
    sentAt.set(request, performance.now());
    request.headers.set('Accept-Language', locale.value);
    // The guard against cross-site writes takes JSON only, also where there is no body.
    if (request.method !== 'GET' && request.method !== 'DELETE')
      request.headers.set('Content-Type', 'application/json');
    return request;
  },
  async onResponse({ request, response }) {
    serverClock.observe(response.headers.get('Date'), sentAt.get(request) ?? performance.now(), performance.now());
    if (response.ok) return;
    const problem = await problemOf(response);
    if (problem.status === 401 && !isSignIn(request)) for (const tell of signedOutListeners) tell();
    throw problem;
  },
  onError: ({ error }) =>
    error instanceof Problem ? error : unreachable(t('problem.unreachable'), t('problem.unreachableDetail')),
};

const isSignIn = ({ method, url }: Request): boolean => method === 'POST' && url.endsWith('/api/v1/sessions');

async function problemOf(response: Response): Promise<Problem> {
  const isProblem = (response.headers.get('Content-Type') ?? '').startsWith('application/problem+json');
  const document = isProblem
    ? ((await response.json().catch(() => undefined)) as ProblemDocument | undefined)
    : undefined;
  if (document) return new Problem(document);
  return unreachable(
    t('problem.unexpected'),
    t('problem.unexpectedDetail', { status: response.status }),
    response.status,
  );
}

/**
 * The API, typed from its document. Every call rejects with a {@link Problem} unless the server answers with success.
 * Reads: `await data(api.GET('/api/v1/units'))`. Acts: see `useAct`.
 */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(middleware);

/** The body of a successful answer. */
export async function data<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
