/** What stands in place of personal data and secrets. */
export const REDACTED = '[redacted]';

/** Characters of one text that a log line keeps; nothing of ours is as long. */
const MAX_TEXT = 8_192;

/** Stands between the digits of a number as people write it. */
const GAP = '[ ._-]?';
/** Where a number begins and ends: not within an id, a hash or a longer number. */
const [BEGIN, END] = ['(?<![0-9A-Za-z-])', '(?![0-9A-Za-z-])'];

const SECRET_NAME = 'password|passwd|pwd|passphrase|secret|token|api[_-]?key|authorization|cookie|密码|口令';

/**
 * What is recognised in free text, each found in one pass: no pattern begins again within what it has read (look-behind),
 * and none repeats without a bound what another part of it may read too.
 */
const IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic) {1,3}[\w.~+/=-]{4,}/gi, `$1 ${REDACTED}`],
  // password=…, "token": "…", 密码：…
  [new RegExp(`((?:${SECRET_NAME})["']?[ ]{0,3}[=:][ ]{0,3})(?:"[^"]*"|'[^']*'|[^\\s,;&]+)`, 'gi'), `$1${REDACTED}`],
  // JSON web tokens
  [/(?<![\w-])eyJ[\w-]+\.[\w.-]+/g, REDACTED],
  // Numbers of identity cards, then of bank cards
  [new RegExp(`${BEGIN}\\d(?:${GAP}\\d){16}${GAP}[\\dXx](?![0-9A-Za-z])`, 'g'), REDACTED],
  [new RegExp(`${BEGIN}\\d(?:${GAP}\\d){14,18}${END}`, 'g'), REDACTED],
  // Mobile numbers, then landlines with their area code
  [new RegExp(`${BEGIN}(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}${END}`, 'g'), REDACTED],
  [new RegExp(`(?<![0-9A-Za-z-])\\(?0\\d{2,3}[ .)_-]{0,2}[2-9]\\d{2,3}${GAP}\\d{4}(?!\\d)`, 'g'), REDACTED],
  // Mail addresses
  [/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/g, REDACTED],
];

/**
 * Free text without what can be recognised as personal data or a secret: full-width and other forms of digits and letters
 * are read as the plain ones, invisible characters are left out, and what is longer than any text of ours is cut.
 */
export function redactText(text: string): string {
  const kept = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  const plain = kept.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return IN_TEXT.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), plain);
}

/** The text of an error: drivers and parsers quote the values they choke on, so whatever it quotes is dropped. */
export function withoutQuotes(message: string): string {
  const unquoted = message
    .slice(0, MAX_TEXT)
    .replace(/'[^']*'|"[^"]*"/g, (quoted) => (isPlace(quoted.slice(1, -1)) ? quoted : `'${REDACTED}'`));
  return redactText(unquoted);
}

/** Quoted names of tables, columns and modules stay readable, and paths of files: they say where something failed. */
const isPlace = (quoted: string): boolean =>
  /^[a-z_][a-z_./:#@-]{0,80}$/.test(quoted) || /^(?:\.{0,2}\/[\w.@+-]{1,100}){1,20}\/?$/.test(quoted);
