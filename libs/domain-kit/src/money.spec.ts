import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatYuan, isFen, parseYuan, requireFen, shareOut } from './money.js';

const fen = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

describe('money', () => {
  it.each([
    [1, '0.01'],
    [100, '1.00'],
    [4_236_000, '42,360.00'],
    [-123_456_789, '-1,234,567.89'],
    [0, '0.00'],
  ])('formats %d fen as %s yuan', (amount, text) => expect(formatYuan(amount)).toBe(text));

  it('reads back what it writes', () => {
    fc.assert(fc.property(fen, (amount) => parseYuan(formatYuan(amount)) === amount));
  });

  it.each(['', '-1', '1.234', '1,23', '0', 'NaN', '1e5', '90071992547409.93'])('does not read %j', (text) => {
    expect(() => parseYuan(text)).toThrow('money.bad-amount');
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('does not take %d for an amount', (value) => {
    expect(isFen(value)).toBe(false);
    expect(() => requireFen(value)).toThrow('money.bad-amount');
  });

  it('shares a pool to the last fen, nobody further than one fen from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), weights, (pool, losses) => {
        const shares = shareOut(pool, losses);
        const total = losses.reduce((sum, loss) => sum + loss, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(pool);
        shares.forEach((share, i) => expect(Math.abs(share - (pool * (losses[i] ?? 0)) / total)).toBeLessThan(1.001));
      }),
    );
  });
});
