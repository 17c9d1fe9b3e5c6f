import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkUscc, subjectCheckDigit, usccCheckDigit } from './uscc.js';

describe('checkUscc', () => {
  it.each([
    '91350100M000100Y43',
    '91110000600037341L',
    '91440300708461136T',
    '91110000802100433B',
    '91330200750364874C',
    '52440111MJK9980480',
    '91110108735106340Y',
    '91320412MA0000015L',
    '91320412MA0000023F',
    '91320412MA0000031A',
    '91320412MA000004X2',
    '91320412MA00000582',
  ])('accepts %s', (code) => expect(checkUscc(code)).toEqual({ verdict: 'ok', code }));

  it.each([
    ['91350100M000100Y4Z', 'malformed'],
    ['91350211M0000XUF46', 'checksum'],
    ['91350100M000100Y4', 'malformed'],
    ['9135010OM000100Y43', 'malformed'],
    ['', 'malformed'],
  ])('judges %s as %s', (code, verdict) => expect(checkUscc(code).verdict).toBe(verdict));

  it('names the digit it expected', () => {
    expect(usccCheckDigit('91350100M000100Y4Z')).toBe('3');
    expect(checkUscc('91350211M0000XUF46')).toMatchObject({
      expected: 'R',
      reason: { en: 'check character 18 should be R' },
    });
  });

  it('checks the organisation code inside', () => {
    const body = '91320412MA0000025';
    expect(checkUscc(body + usccCheckDigit(body))).toMatchObject({ verdict: 'checksum', expected: '3' });
    expect(subjectCheckDigit('MA000004')).toBe('X');
  });

  it('puts blanks and lower case right', () => {
    expect(checkUscc(' 91320412 ma0000015l ')).toEqual({ verdict: 'ok', code: '91320412MA0000015L' });
  });

  it('notices every single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');
    fc.assert(
      fc.property(fc.nat({ max: 17 }), fc.constantFrom(...alphabet), (at, other) => {
        const code = '91320412MA0000015L';
        fc.pre(code[at] !== other);
        return checkUscc(code.slice(0, at) + other + code.slice(at + 1)).verdict !== 'ok';
      }),
    );
  });
});
