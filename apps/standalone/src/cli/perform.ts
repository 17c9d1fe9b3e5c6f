import type { Command } from 'commander';
import { userInfo } from 'node:os';
import { actingAs } from '#persistence';
import { ConfigError, loadConfig, processEnvironment } from '#platform';
import { StandaloneConfig } from '../standalone.config.js';

/** What a command answers; `ok: false` makes the process exit with 1. */
export interface Outcome {
  readonly ok: boolean;
  /** How it reads for people; not part of the JSON. */
  readonly lines?: readonly string[];
  readonly [field: string]: unknown;
}

/** What a command gets: checked settings and its own arguments. */
export interface Task {
  readonly config: StandaloneConfig;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Progress for people, on stderr. */
  say(text: string): void;
}

/** What a command does; loaded when it is called, because most commands need few of the services. */
export type LoadWork = () => Promise<(task: Task) => Promise<Outcome>>;

/** Frames a command: settings, output for people or as one JSON object, exit code. */
export function perform(load: LoadWork): (...received: unknown[]) => Promise<void> {
  return async (...received) => {
    const command = received.at(-1) as Command;
    const options = command.optsWithGlobals();
    const outcome = await run(load, {
      args: received.slice(0, -2).filter((arg) => typeof arg === 'string'),
      options,
      say: (text) => void process.stderr.write(`${text}\n`),
    });
    const { lines = [], ...fields } = outcome;
    process.stdout.write(options['json'] === true ? `${JSON.stringify(fields)}\n` : `${lines.join('\n')}\n`);
    process.exitCode = outcome.ok ? 0 : 1;
  };
}

/** Who sits at the machine, as far as it knows; a container may know no names. */
function operator(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}

async function run(load: LoadWork, task: Omit<Task, 'config'>): Promise<Outcome> {
  try {
    const config = loadConfig(StandaloneConfig, processEnvironment());
    const work = await load();
    return await actingAs(operator(), () => work({ ...task, config }));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const faults = error instanceof ConfigError ? { faults: error.faults } : {};
    return { ok: false, error: message, ...faults, lines: [message] };
  }
}
