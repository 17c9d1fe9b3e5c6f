import { NewerSchema } from '#persistence';
import { ConfigError } from '../config/config-fault.js';

/** A process does not start, for a reason that its message tells in one sentence, with what to change. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** How a process was started: what was typed, and where it was to listen. */
interface StartedHow {
  readonly program: string;
  readonly port: number;
}

/** What to tell somebody whose process did not start; undefined for faults of our own, whose stack is needed. */
function reasonOf(error: unknown, { program, port }: StartedHow): string | undefined {
  if ([ConfigError, StartRefused, NewerSchema].some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen') return undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken; choose another one: QIJING_PORT=${port + 200} ${program}`;
  if (code === 'EACCES')
    return `Port ${port} needs rights that this user lacks; choose one above 1023: QIJING_PORT=3000 ${program}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'QIJING_HOST is no address of this machine; leave it out for this machine alone, 0.0.0.0 is all of them';
  return undefined;
}

/** Ends a process that did not start: what must be mended is told in its own words, without the places in the code. */
export function leaveWithReason(error: unknown, how: StartedHow): never {
  const reason = reasonOf(error, how);
  if (reason === undefined) throw error;
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
