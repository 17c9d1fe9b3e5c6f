import { describe, expect, it } from '@jest/globals';
import { wayTo } from './way-to';

const ANDROID = { userAgent: 'Mozilla/5.0 (Linux; Android 12)', maxTouchPoints: 5 };
const IPHONE = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)', maxTouchPoints: 5 };
const IPAD = { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', maxTouchPoints: 5 };
const place = { address: '东路1号', longitude: 119.97, latitude: 31.69, district: '320412' };
const words = encodeURIComponent('东路1号');

describe('the way to a place', () => {
  it('opens the map of the phone, also of an iPhone, which knows no geo links', () => {
    expect(wayTo(place, ANDROID)).toBe(`geo:31.69,119.97?q=31.69,119.97(${words})`);
    expect(wayTo(place, IPHONE)).toBe(`maps://?q=${words}&ll=31.69,119.97`);
    expect(wayTo(place, IPAD)).toMatch(/^maps:/);
  });

  it('leads nobody to a point that is only a guess', () => {
    expect(wayTo({ ...place, precision: 'town' }, ANDROID)).toBe(`geo:0,0?q=${words}`);
    expect(wayTo({ ...place, precision: 'site' }, IPHONE)).toBe(`maps://?q=${words}`);
  });
});
