import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const EMBEDDED = /url\(["']?data:font\/(woff2?)[^,]*;base64,([A-Za-z0-9+/=]+)["']?\)/g;
/** A second source of the same font on somebody else's server. */
const REMOTE = /,\s*url\(["']?(?:https?:)?\/\/[^)]*\)(\s*format\([^)]*\))?/g;

/**
 * Takes fonts that a library carries inside its style sheet out into files of their own: our content security policy
 * lets fonts come from this server only.
 * @param folder where the files are kept; Vite copies them into the build from there
 */
export function fontsAsFiles(folder: string): Plugin {
  return {
    name: 'qijing:fonts-as-files',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith('.css') || !code.includes('data:font/')) return null;
      mkdirSync(folder, { recursive: true });
      const local = code.replace(EMBEDDED, (_all, kind: string, base64: string) => {
        const bytes = Buffer.from(base64, 'base64');
        const file = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${kind}`);
        writeFileSync(file, bytes);
        return `url("${file}")`;
      });
      return { code: local.replace(REMOTE, ''), map: null };
    },
  };
}
