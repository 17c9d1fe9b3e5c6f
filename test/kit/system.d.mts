export interface Running {
  readonly baseUrl: string;
  stop(): Promise<void>;
  /** One process (kill -9); with a name that service's, and a supervisor starts it again. */
  kill(name?: string): Promise<void>;
  ready?(name: string): Promise<void>;
}

export interface OwnSystem {
  readonly dir: string;
  readonly password: string;
  readonly environment: Record<string, string>;
  start(more?: { portBase?: number }): Promise<Running>;
  remove(): Promise<void>;
}

export function ownSystem(
  profile: 'embedded' | 'cluster',
  options?: { label?: string; env?: Record<string, string>; say?: (text: string) => void },
): Promise<OwnSystem>;
