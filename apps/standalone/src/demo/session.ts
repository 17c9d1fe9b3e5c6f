/** One signed-in person over the public API; a refusal is thrown as an error with its `status`. */
export interface Session {
  get<T>(path: string): Promise<T>;
  /** Every write carries an idempotency key. */
  post<T>(path: string, body?: object): Promise<T>;
  /** Edits what was read at this version. */
  patch<T>(path: string, body: object, version: number): Promise<T>;
}

/** Signs an account in; the same session each time it is asked for. */
export type SignIn = (account: string) => Promise<Session>;

/** Whether a request was refused with this status. */
export const isRefused = (error: unknown, status: number): boolean =>
  error instanceof Error && 'status' in error && error.status === status;
