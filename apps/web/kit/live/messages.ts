/** Whether the feed runs: `refused` means that this account has none, `signed-out` that the session ended. */
export type LinkState = 'connecting' | 'live' | 'lost' | 'signed-out' | 'refused';

/** One event of the feed: ids, versions and states; who may read more opens the file. */
export interface LiveEvent {
  /** Type of the event, e.g. `assignment.acknowledged.v1`; `resync` when events were missed: fetch everything anew. */
  readonly type: string;
  /** Position in the feed. */
  readonly id: string;
  readonly data: LiveFacts;
}

/** What an event may say; which of it depends on its type. */
export interface LiveFacts {
  readonly incidentId?: string;
  /** The service that published the event, and its number for it, from 1 per incident (or unit). */
  readonly source?: string;
  readonly version?: number;
  /** Where the dispatch stands after the event. */
  readonly dispatchState?: string;
  readonly number?: string;
  readonly typeCode?: string;
  readonly priority?: string;
  readonly unitId?: string;
  readonly assignmentId?: string;
  readonly state?: string;
  readonly clock?: string;
  readonly stage?: number;
  readonly dueAt?: string;
  readonly [field: string]: unknown;
}

/** How the link stands. */
export interface LinkReport {
  readonly state: LinkState;
  /** Milliseconds since the last sign of life (event or heartbeat); 0 while live. */
  readonly silentMs: number;
}

/** From the connection to every window. */
export type ToWindow = { kind: 'link'; link: LinkReport } | { kind: 'event'; event: LiveEvent };

/**
 * From a window to the connection: hello and goodbye, "try again now" (somebody signed in, the network is back), and "the network
 * is gone", which the browser knows long before the silence tells.
 */
export type ToConnection = { kind: 'hello' } | { kind: 'bye' } | { kind: 'retry' } | { kind: 'offline' };
