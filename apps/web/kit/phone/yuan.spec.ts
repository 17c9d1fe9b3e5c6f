import { describe, expect, it } from '@jest/globals';
import { fenOf } from './yuan';

describe('an amount in yuan', () => {
  it.each([
    ['12', 1200],
    ['0.1', 10],
    ['41,800.00', 4_180_000],
    ['￥ 12，000.5', 1_200_050],
    ['1.10', 110],
  ])('%s is %i fen', (yuan, fen) => expect(fenOf(yuan)).toBe(fen));

  it.each(['', '0', '0.00', '-1', '1.234', '1e3', 'abc', '.5', '99999999999999'])('%s is none', (yuan) => {
    expect(fenOf(yuan)).toBeUndefined();
  });
});
