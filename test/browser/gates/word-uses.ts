import ts from 'typescript';
import { compileScript, parse } from 'vue/compiler-sfc';

/** What a source asks of the translations. */
export interface Uses {
  /** Keys that are named in full, `action.save`. */
  readonly keys: readonly string[];
  /** Keys of which only the beginning and the end are known: `link.*` for `` t(`link.${state}`) ``. */
  readonly patterns: readonly string[];
  /** Every text of the source but those it compares with: `t` may be given a key out of a table. */
  readonly texts: readonly string[];
}

/** Finds the calls `t(key)` of a TypeScript source or of a Vue component, its template included. */
export function usesIn(path: string, text: string): Uses {
  const code = path.endsWith('.vue') ? compiled(path, text) : text;
  const source = ts.createSourceFile(`${path}.ts`, code, ts.ScriptTarget.ESNext, true);
  const uses = { keys: new Set<string>(), patterns: new Set<string>() };
  const texts = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !isCompared(node)) texts.add(node.text);
    const [argument] = ts.isCallExpression(node) && isTranslate(node.expression) ? node.arguments : [];
    if (argument) read(argument, uses);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return {
    keys: [...uses.keys],
    patterns: [...uses.patterns],
    texts: [...texts],
  };
}

/** `refusal.code === 'session.refused'` compares with a code of the server. */
function isCompared({ parent }: ts.Node): boolean {
  const [same, other] = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken];
  return ts.isBinaryExpression(parent) && [same, other].includes(parent.operatorToken.kind);
}

/** Script and template as one module. */
function compiled(path: string, text: string): string {
  const { descriptor, errors } = parse(text, { filename: path });
  if (errors[0]) throw errors[0];
  return compileScript(descriptor, { id: 'words', inlineTemplate: true }).content;
}

/** `t(…)`, `$t(…)`, `i18n.t(…)`, and `unref(t)(…)` as templates are compiled. */
function isTranslate(callee: ts.Expression): boolean {
  const target = ts.isParenthesizedExpression(callee) ? callee.expression : callee;
  if (ts.isIdentifier(target)) return ['t', '$t'].includes(target.text);
  if (ts.isPropertyAccessExpression(target)) return ['t', '$t'].includes(target.name.text);
  return ts.isCallExpression(target) && target.arguments.some((each) => ts.isIdentifier(each) && each.text === 't');
}

function read(argument: ts.Expression, into: Record<'keys' | 'patterns', Set<string>>): void {
  if (ts.isParenthesizedExpression(argument)) return read(argument.expression, into);
  if (ts.isStringLiteralLike(argument)) return void into.keys.add(argument.text);
  if (ts.isTemplateExpression(argument)) {
    const parts = [argument.head.text, ...argument.templateSpans.map(({ literal }) => literal.text)];
    return void into.patterns.add(parts.join('*'));
  }
  if (ts.isConditionalExpression(argument)) {
    read(argument.whenTrue, into);
    read(argument.whenFalse, into);
  }
}
