export class Refused extends Error {
  readonly status: number;
  readonly code: string;
}

export interface Session {
  readonly token: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object, key?: string): Promise<T>;
  patch<T>(path: string, body: object, version: number): Promise<T>;
}

export class Api {
  constructor(options: { baseUrl: string; password: string; sockets?: number; timeoutMs?: number });
  as(account: string): Promise<Session>;
  close(): void;
}

export function makeAccount(admin: Session, account: object, password: string): Promise<string>;
