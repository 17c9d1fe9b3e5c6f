import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Something that others than its owner can reach. */
export interface OpenPath {
  readonly path: string;
  /** As it is and as it should be, e.g. `0644` and `0600`. */
  readonly mode: string;
  readonly wanted: '0700' | '0600';
}

/** From now on nobody but the owner can reach what this process creates: databases, their logs, keys, backups. */
export function createPrivately(): void {
  process.umask(0o077);
}

/**
 * What others can reach of a data folder: the folder itself, then files of ours in it. Nothing where the folder is still to be
 * made, and on Windows, which has no such modes.
 */
export function openToOthers(folder: string): OpenPath[] {
  if (process.platform === 'win32' || !existsSync(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith('qijing.'))
    .map(({ name }) => join(folder, name));
  return [wider(folder, '0700'), ...files.map((file) => wider(file, '0600'))].filter((found) => found !== undefined);
}

/** Takes files of ours from everybody but their owner. Answers what was done; what belongs to somebody else stays as it is. */
export function closeFiles(folder: string): OpenPath[] {
  return openToOthers(folder).filter(({ path, wanted }) => {
    if (wanted === '0700') return false;
    try {
      chmodSync(path, 0o600);
      return true;
    } catch {
      return false;
    }
  });
}

function wider(path: string, wanted: OpenPath['wanted']): OpenPath | undefined {
  const mode = statSync(path).mode & 0o777;
  return (mode & 0o077) === 0 ? undefined : { path, mode: `0${mode.toString(8).padStart(3, '0')}`, wanted };
}
