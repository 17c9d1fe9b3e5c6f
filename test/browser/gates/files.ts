import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
/** The pages as they are served. */
export const BUILT = join(root, 'dist/web');
/** Their sources. */
export const SOURCES = join(root, 'apps/web');

export interface SourceFile {
  /** Below the folder that was read. */
  readonly path: string;
  readonly text: string;
}

/** Text files of a folder whose names end like that. */
export function filesIn(folder: string, ending: RegExp): SourceFile[] {
  if (!existsSync(folder)) throw new Error(`${folder} is missing`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path) && !/(^|\/)node_modules\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
