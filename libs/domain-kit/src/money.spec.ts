import { describe, expect, it } from '@jest/globals';
import { formatYuan, isFen, requireFen } from './money.js';

describe('money', () => {
  it.each([
    [1, '0.01'],
    [100, '1.00'],
    [4_236_000, '42,360.00'],
    [-123_456_789, '-1,234,567.89'],
    [0, '0.00'],
  ])('formats %d fen as %s yuan', (amount, text) => expect(formatYuan(amount)).toBe(text));

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('does not take %d for an amount', (value) => {
    expect(isFen(value)).toBe(false);
    expect(() => requireFen(value)).toThrow('money.bad-amount');
  });
});
