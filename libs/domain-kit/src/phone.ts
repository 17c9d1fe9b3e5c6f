/** A digit, of half or full width. */
const DIGIT = '[0-9\\uff10-\\uff19]';
/** What people put between digits: blanks, dashes, dots and brackets of either width. */
const BETWEEN = '[ \\u00a0\\u3000.\\u00b7\\u2010-\\u2015\\u2212\\uff0d\\uff0e\\-()\\uff08\\uff09]*';
/** What stands before the number of an extension. */
const EXTENSION =
  '(?:\\u8f6c|\\u8f49|\\u5206\\u673a\\u53f7?|\\u5206\\u6a5f|[eE][xX][tT](?:[nN]|ension)?\\.?|[xX\\uff58#\\uff03])[:\\uff1a]?';

/**
 * Telephone numbers as people write them: 3 to 20 digits of either width, grouped by blanks, dashes or brackets, `+` before
 * a country's code, and an extension of up to 6 digits after 转, 分机, ext., x or #.
 */
export const PHONE = new RegExp(
  `^${BETWEEN}[+\\uff0b]?${BETWEEN}(?:${DIGIT}${BETWEEN}){3,20}(?:${EXTENSION}${BETWEEN}(?:${DIGIT} ?){1,6})?$`,
);

/** What stands before an extension in the one spelling. */
export const EXTENSION_MARK = '转';

const SEPARATE_EXTENSION = new RegExp(`^(.*?)(?:${EXTENSION}${BETWEEN}([0-9 ]+))?$`);
/** An area code in brackets or before a dash, the number, and an extension after another dash. */
const DASHED_EXTENSION = /^(\(?0\d{2,3}\)?[- ]?\d{7,8}|[48]00-?\d{3}-?\d{4})-(\d{1,6})$/;

/**
 * One spelling for every way to write a number that {@link PHONE} takes: half width, mobiles without anything between,
 * `0519-88012345` with its area code, `400-820-8820`, foreign ones as `+` and digits, `转` before an extension.
 */
export function normalPhone(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  const [, written = '', said] = SEPARATE_EXTENSION.exec(plain) ?? [];
  const [, base = written, dashed] = DASHED_EXTENSION.exec(written) ?? [];
  const extension = (said ?? dashed)?.replace(/\D/g, '');
  return `${grouped(national(base))}${extension ? `${EXTENSION_MARK}${extension}` : ''}`;
}

/** Digits as they are dialled in China; of a foreign number `+` and digits. */
function national(text: string): string {
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  if (!/^\s*(\+|00)/.test(text)) return text.replace(/\D/g, '');
  if (!digits.startsWith('86')) return `+${digits}`;
  const inside = digits.slice(2);
  return /^(1[3-9]|0|[48]00)/.test(inside) ? inside : `0${inside}`;
}

/** Landlines after their area code (three digits for the largest cities), service numbers in their usual groups. */
const grouped = (digits: string): string =>
  digits.replace(/^(010|02\d|0[3-9]\d{2})(\d{7,8})$/, '$1-$2').replace(/^([48]00)(\d{3})(\d{4})$/, '$1-$2-$3');
