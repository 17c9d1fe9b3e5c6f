/**
 * What texts may hold, as parts of character classes: of these the checks are made and the patterns of the documents, so
 * that clients in any language refuse what the server refuses. Escapes of four digits only, which every regular expression
 * knows.
 */

/** C0 and C1 controls but for tab, line feed and carriage return, and what is no character. */
const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ufffe\\uffff';

/** What ends a line or leaves it. */
const BREAKS = '\\u0009\\u000a\\u000d\\u2028\\u2029';

/** Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9): they turn around what stands beside them. */
const DIRECTIONS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/** Every kind of space, the default ignorables of Unicode (fillers, joiners, selectors …) and the empty Braille cell. */
const BLANKS =
  '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb';

/** The same beyond the first plane: shorthand controls, music that is not drawn, tags and selectors. */
const FAR_BLANKS = '\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';

const NOT_IN_A_LINE = `${CONTROLS}${BREAKS}${DIRECTIONS}`;
const IN_NO_LINE = new RegExp(`[${NOT_IN_A_LINE}]`);
/** A carriage return stands before a line feed only, where Windows puts it. */
const IN_NO_PROSE = new RegExp(`[${CONTROLS}]|\\r(?!\\n)`);
const noneOf = (...classes: readonly string[]): RegExp => new RegExp(`[^${classes.join('')}]`, 'u');
const SHOWN = noneOf(BLANKS, FAR_BLANKS, CONTROLS);
/** One half of a character beyond the first plane without the other. */
const HALF = /\p{Cs}/u;

/** Whether anything of a text can be seen: blanks, fillers and characters without width are nothing. */
export const showsSomething = (text: string): boolean => SHOWN.test(text);

/** Whether a text is one line: no controls, no breaks, no tabs, nothing that turns around its surroundings, no half a character. */
export const isLine = (text: string): boolean => !IN_NO_LINE.test(text) && !HALF.test(text);

/** Whether a text is made of lines: no controls but breaks and tabs, no half a character. */
export const isProse = (text: string): boolean => !IN_NO_PROSE.test(text) && !HALF.test(text);

/** What documents say of a text of a kind, one that shows something unless it may be blank. */
export function patternOf(kind: 'line' | 'prose', mayBeBlank: boolean): string {
  const not = kind === 'line' ? NOT_IN_A_LINE : CONTROLS;
  return `^${mayBeBlank ? '' : `(?=[${BLANKS}]*[^${BLANKS}])`}[^${not}]*$`;
}
