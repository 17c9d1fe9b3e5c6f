import { describe, expect, it } from '@jest/globals';
import { foreignAddresses } from './addresses.js';
import { BUILT, filesIn } from './files.js';

describe('the pages as they are served', () => {
  it('hold no address of another host', () => {
    const found = filesIn(BUILT, /\.(html|js|css|svg|webmanifest|json)$/).flatMap(({ path, text }) =>
      foreignAddresses(text).map((url) => `${path}: ${url}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught with one', () => {
    expect(foreignAddresses('src="https://cdn.example.com/vue.js"; fetch(`wss://live.example`)')).toEqual([
      'https://cdn.example.com/vue.js',
      'wss://live.example',
    ]);
    expect(foreignAddresses('xmlns="http://www.w3.org/2000/svg"')).toEqual([]);
  });
});
