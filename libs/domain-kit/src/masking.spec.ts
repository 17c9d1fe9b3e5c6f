import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskAccount, maskAddress, maskId, maskName, maskPhone } from './masking.js';

describe('masking', () => {
  it.each([
    [maskName('张伟'), '张**'],
    [maskName('𠮷田太郎'), '𠮷**'],
    [maskName(' '), ''],
    [maskPhone('13812345102'), '138****5102'],
    [maskPhone('+8613812345102'), '138****5102'],
    [maskPhone('0519-86311110'), '051****1110'],
    [maskPhone('86311110'), '****10'],
    [maskPhone('110'), '****'],
    [maskId('320412199001011234'), '320***********1234'],
    [maskId('1234'), '****'],
    [maskAccount('6222 0212 3456 7890'), '****7890'],
    [maskAccount('1234'), '****'],
    [maskAddress('常州市武进区湖塘镇延政中路1号3楼'), '常州市武进区湖塘镇延政中路***'],
    [maskAddress('nowhere 5'), '***'],
  ])('%s', (masked, expected) => expect(masked).toBe(expected));

  it('never shows more than seven digits of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,24}$/), (digits) => {
        for (const mask of [maskPhone, maskId, maskAccount]) {
          expect(mask(digits).replace(/\*/g, '').length).toBeLessThanOrEqual(
            Math.min(7, Math.max(0, digits.length - 2)),
          );
        }
      }),
    );
  });
});
