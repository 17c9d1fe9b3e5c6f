import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePrograms } from '../../../scripts/lib/bundle.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';

/**
 * Copies the compiled programs, so that somebody who compiles during a run changes nothing, and changes them where a case
 * wants another version or a defect. Node resolves `#libs` by the package.json beside the copy.
 * @param {{file: string, from: string, to: string}[]} changes of compiled files, below `dist`
 * @returns {Promise<string>} the folder that stands for `dist`
 */
export async function copyBuild(folder, changes = []) {
  mkdirSync(folder, { recursive: true });
  const dist = join(folder, 'dist');
  cpSync(inRoot('dist'), dist, { recursive: true });
  cpSync(inRoot('package.json'), join(folder, 'package.json'));
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(inRoot('node_modules'), modules);
  for (const { file, from, to } of changes) {
    const path = join(dist, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain what this case changes: ${from}`);
    writeFileSync(path, text.replaceAll(from, to));
  }
  if (changes.length > 0) await bundlePrograms(dist);
  return dist;
}
