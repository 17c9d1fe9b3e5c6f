export interface Running {
  readonly baseUrl: string;
  /** Processes of the cluster by service; absent where one process is all. */
  readonly services?: Readonly<Record<string, { readonly url: string }>>;
  stop(): Promise<void>;
  /** One process (kill -9); with a name that service's, and a supervisor starts it again. */
  kill(name?: string): Promise<void>;
  ready?(name: string): Promise<void>;
}

export interface OwnSystem {
  readonly dir: string;
  readonly password: string;
  readonly environment: Record<string, string>;
  /** Runs a command of the administration. */
  cli(words: readonly string[]): Promise<unknown>;
  start(more?: { portBase?: number }): Promise<Running>;
  remove(): Promise<void>;
}

export function ownSystem(
  profile: 'embedded' | 'cluster',
  options?: { label?: string; env?: Record<string, string>; say?: (text: string) => void },
): Promise<OwnSystem>;
