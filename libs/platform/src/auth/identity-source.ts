import type { JWK } from 'jose';

/** A session that ended before its token does. */
export interface EndedSession {
  sessionId: string;
  /** When its token would have ended by itself; ISO 8601, UTC. */
  expiresAt: string;
  /** When it ended; ISO 8601, UTC. */
  endedAt: string;
}

/** Sessions in the order in which they ended; `more` when this is not all. */
export interface EndedSessionPage {
  sessions: EndedSession[];
  more: boolean;
}

/** After which session a page begins: those that ended at `since` or later, of those at `since` the ones with a later id. */
export interface EndedSince {
  /** ISO 8601, UTC; absent: all whose tokens have not run out. */
  since?: string;
  after?: string;
}

/** Where a process hears from identity: its own database where identity runs in it, else identity's inner addresses. */
export interface IdentitySource {
  /** The public keys that tokens may be signed with. */
  keys(): Promise<readonly JWK[]>;
  ended(from: EndedSince): Promise<EndedSessionPage>;
}

/** Milliseconds that identity may take to answer. */
const TIMEOUT_MS = 1_500;

/** Identity in another process. `jwksUrl` is where its keys are; its ended sessions are told beside them. */
export function remoteIdentity(jwksUrl: string): IdentitySource {
  return {
    keys: async () => (await read<{ keys: JWK[] }>(new URL(jwksUrl))).keys,
    ended: ({ since, after }) => {
      const url = new URL('ended-sessions', jwksUrl);
      if (since !== undefined) url.searchParams.set('since', since);
      if (after !== undefined) url.searchParams.set('after', after);
      return read<EndedSessionPage>(url);
    },
  };
}

async function read<T>(url: URL): Promise<T> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`identity answered ${answer.status}`);
  return (await answer.json()) as T;
}
