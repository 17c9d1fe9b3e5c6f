import { describe, expect, it } from '@jest/globals';
import { foldForSearch } from './fold.js';

describe('a text to be looked for', () => {
  it.each([
    ['云杉示范（常州）新材料', '云杉示范(常州)新材料'],
    ['云杉【常州】〔二厂〕', '云杉(常州)(二厂)'],
    ['ＡＢＣ Demo Ltd', 'abc demo ltd'],
    ['  ABC\u3000\u00a0DEMO\tLtd ', 'abc demo ltd'],
    ['a\u200bb\ufeffc', 'abc'],
    ['ｶﾌﾞ', 'カブ'],
    ['\u3164 ', ''],
  ])('%j is %j', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
    expect(foldForSearch(folded)).toBe(folded);
  });
});
