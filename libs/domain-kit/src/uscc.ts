import type { Texts } from './refusal.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SUBJECT_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** Registering office (GB 32100 table 1), kind of body, division (GB/T 2260, none begins with 0), subject, check. */
const PATTERN = /^[1-9ANY][0-9A-HJ-NPQRTUWXY][1-9]\d{5}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** What people put between its groups. */
const BETWEEN = /[\s\p{Pd}\u2212\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What the check of a unified social credit code found. `malformed` is an error; `checksum` only a warning,
 * because codes of real firms with a wrong check digit exist: a person may confirm it.
 */
export type UsccCheck =
  | { readonly verdict: 'ok'; readonly code: string }
  | { readonly verdict: 'checksum'; readonly code: string; readonly expected: string; readonly reason: Texts }
  | { readonly verdict: 'malformed'; readonly reason: Texts };

/**
 * Checks a unified social credit code (GB 32100-2015): 18 characters, the last one the check over the first 17;
 * characters 9–17 carry the check of the organisation code (GB 11714) as well.
 */
export function checkUscc(text: string): UsccCheck {
  const code = normalUscc(text);
  if (!PATTERN.test(code)) return { verdict: 'malformed', reason: malformedReason(code) };
  const expected = usccCheckDigit(code);
  if (expected !== code[17]) return { verdict: 'checksum', code, expected, reason: digitReason(18, expected) };
  const subject = subjectCheckDigit(code.slice(8));
  if (subject !== code[16]) return { verdict: 'checksum', code, expected: subject, reason: digitReason(17, subject) };
  return { verdict: 'ok', code };
}

/** A code as it is kept: of half width and upper case, without blanks and dashes. */
export const normalUscc = (text: string): string => text.normalize('NFKC').replace(BETWEEN, '').toUpperCase();

/** The 18th character: (31 − Σ value × weight mod 31) mod 31 over the first 17, so a sum of 0 mod 31 gives `0`. */
export function usccCheckDigit(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(code.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character of an organisation code: 11 − Σ value × weight mod 11, written X for 10 and 0 for 11 (A = 10 … Z = 35). */
export function subjectCheckDigit(subject: string): string {
  const sum = SUBJECT_WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(subject.charAt(i), 36), 0);
  return '0123456789X0'.charAt(11 - (sum % 11));
}

function malformedReason(code: string): Texts {
  return code.length === 18
    ? { zh: '含有不允许的字符', en: 'contains a character that is not allowed there' }
    : { zh: `应为 18 位，实为 ${code.length} 位`, en: `must have 18 characters, has ${code.length}` };
}

function digitReason(position: number, expected: string): Texts {
  return { zh: `第 ${position} 位校验码应为 ${expected}`, en: `check character ${position} should be ${expected}` };
}
