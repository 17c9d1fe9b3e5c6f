import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

/**
 * Files below `built` that a browser must have before a page can start: its HTML, the scripts and styles it names, and
 * whatever those scripts import. What is imported later, on demand, does not count.
 */
export function firstLoad(built: string, html: string): string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    for (const imported of staticImports(readFileSync(join(built, file), 'utf8'))) {
      if (imported.startsWith('.')) add(posix.join(posix.dirname(file), imported));
    }
  };
  const text = readFileSync(join(built, html), 'utf8');
  const named = text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"#?:]+\.(?:js|css))"/g);
  files.add(html);
  for (const [, file = ''] of named) add(file);
  return [...files];
}

function staticImports(code: string): string[] {
  return ts
    .createSourceFile('chunk.js', code, ts.ScriptTarget.ESNext)
    .statements.flatMap((statement) =>
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? [statement.moduleSpecifier] : [],
    )
    .flatMap((specifier) => (specifier && ts.isStringLiteral(specifier) ? [specifier.text] : []));
}

/** Bytes of files after gzip, each by itself as a server sends them. */
export function gzippedBytes(built: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length, 0);
}
