import { basename } from 'node:path';
import { productVersion } from './product-version.js';

/** The code of a process that was called in a way it does not know. */
export const USAGE_FAULT = 2;

/**
 * A service takes its settings from the environment: whoever gives its program words is answered, and nothing starts.
 * @returns what to print and the code to end with; undefined when there are no words
 */
export function answerToArguments(
  program: string,
  words: readonly string[],
): { text: string; code: number } | undefined {
  const [word] = words;
  if (word === undefined) return undefined;
  if (word === '--version') return { text: productVersion(), code: 0 };
  const name = basename(program, '.js');
  const usage =
    `usage: node ${name}.js [--help | --version]\n` +
    'Settings are QIJING_* variables of the environment, see docs/operations.md; administration: qijing --help';
  if (word === '--help' || word === '-h') return { text: usage, code: 0 };
  return { text: `unknown argument ${word}\n${usage}`, code: USAGE_FAULT };
}

/** Ends the process with the answer to its arguments, if it was given any. */
export function answerArguments(): void {
  const answer = answerToArguments(process.argv[1] ?? '', process.argv.slice(2));
  if (!answer) return;
  process[answer.code === 0 ? 'stdout' : 'stderr'].write(`${answer.text}\n`);
  process.exit(answer.code);
}
