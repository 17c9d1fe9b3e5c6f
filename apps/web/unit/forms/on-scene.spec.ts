import { describe, expect, it } from '@jest/globals';
import { found, NOTHING_FOUND } from './on-scene';

describe('what a unit finds on the scene', () => {
  it('is nothing while nobody fills it in', () => {
    expect(found(NOTHING_FOUND)).toEqual({});
    expect(found({ flags: [], injured: 0, crowd: -3 })).toEqual({});
  });

  it('is sent as it was found, in whole people', () => {
    expect(found({ flags: ['weapon', 'life_threat'], injured: 2, crowd: 40.9 })).toEqual({
      flags: ['life_threat', 'weapon'],
      injured: 2,
      crowd: 40,
    });
  });
});
