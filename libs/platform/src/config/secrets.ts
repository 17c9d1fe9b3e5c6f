import { readFileSync } from 'node:fs';
import type { ConfigFault, Environment } from './config-fault.js';

/** What was given for a secret; at most one of both. */
export interface GivenSecret {
  readonly text?: string;
  readonly fault?: ConfigFault;
}

/**
 * A secret comes from its variable, or from the file that `<variable>_FILE` names (containers and system services keep
 * secrets in files); the line break at the end of a file is none of it.
 */
export function secretFrom(name: string, environment: Environment): GivenSecret {
  const text = environment[name];
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return text === undefined ? {} : { text };
  const fault = (expected: string): GivenSecret => ({ fault: { name: `${name}_FILE`, value: file, expected } });
  if (text !== undefined && text !== '') return fault(`either this or ${name}, not both`);
  try {
    const read = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return read === '' ? fault('a file with the secret in it; this one is empty') : { text: read };
  } catch (error) {
    return fault(`a file that can be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
}
