import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What Vite's manifest says of a chunk. */
export interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** Files below `built` that a browser must have before a page can start: its HTML, and what that names or imports. */
export function firstLoad(built: string, html: string, manifest: Manifest): string[] {
  const text = readFileSync(join(built, html), 'utf8');
  const named = [...text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"#?]+\.(?:js|css))"/g)].map(
    ([, url = '']) => url.replace(/^\//, ''),
  );
  const files = new Set([html, ...named]);
  const byFile = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const visit = (chunk: Chunk | undefined): void => {
    for (const css of chunk?.css ?? []) files.add(css);
    for (const key of chunk?.imports ?? []) {
      const imported = manifest[key];
      if (!imported || files.has(imported.file)) continue;
      files.add(imported.file);
      visit(imported);
    }
  };
  for (const file of named) visit(byFile.get(file));
  return [...files];
}

/** Bytes of files after gzip, each by itself as a server sends them. */
export function gzippedBytes(built: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length, 0);
}
