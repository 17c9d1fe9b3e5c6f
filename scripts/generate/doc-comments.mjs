import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { inRoot } from '../lib/paths.mjs';

/**
 * The doc comments of classes and their properties, read from sources.
 * @returns {Map<string, {text: string, properties: Record<string, string>, route?: string}>} by class name; `route` is the
 *   first word of the path of a controller
 */
export function docComments(...folders) {
  const found = new Map();
  for (const file of folders.flatMap(sourcesOf)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const node of source.statements) {
      if (ts.isClassDeclaration(node) && node.name) found.set(node.name.text, describe(node, source));
    }
  }
  return found;
}

function describe(node, source) {
  const properties = node.members
    .filter((member) => ts.isPropertyDeclaration(member))
    .map((member) => [member.name.getText(source), commentOf(member)])
    .filter(([, text]) => text !== '');
  return { text: commentOf(node), properties: Object.fromEntries(properties), route: routeOf(node, source) };
}

/** The comment directly above, without its tags. */
function commentOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();
}

function routeOf(node, source) {
  const text = (ts.getDecorators(node) ?? []).map((each) => each.getText(source)).join('\n');
  return /@(?:Service)?Controller\('(?:api\/v1\/)?([^'/]+)/.exec(text)?.[1];
}

function sourcesOf(folder) {
  return readdirSync(inRoot(folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort()
    .map((name) => join(inRoot(folder), name));
}
