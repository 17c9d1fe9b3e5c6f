import { describe, expect, it } from '@jest/globals';
import { StreamPlaces, type Place } from './stream-places.js';

describe('places of streams', () => {
  const opened = () => {
    const places = new StreamPlaces(8);
    const streams: { session: string; place: Place; over: boolean }[] = [];
    const open = (session: string): boolean => {
      try {
        const stream = { session, place: places.take('account', session), over: false };
        stream.place.end = () => {
          stream.over = true;
          stream.place.release();
        };
        streams.push(stream);
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'live.too-many-streams' });
        return false;
      }
    };
    const held = (session: string): number => streams.filter((one) => one.session === session && !one.over).length;
    return { places, streams, open, held };
  };
  const times = (count: number, work: () => boolean): boolean[] => Array.from({ length: count }, work);

  it('are taken by one session up to the limit of its account, and given back', () => {
    const { open, streams } = opened();
    expect(times(9, () => open('phone'))).toEqual([...Array<boolean>(8).fill(true), false]);
    streams[3]?.place.release();
    streams[3]?.place.release();
    expect([open('phone'), open('phone')]).toEqual([true, false]);
  });

  it('are shared with a second session, oldest first, and nobody takes them back in turn', () => {
    const { open, held, streams } = opened();
    times(8, () => open('tablet'));
    expect(times(5, () => open('phone'))).toEqual([true, true, true, true, false]);
    expect([held('tablet'), held('phone')]).toEqual([4, 4]);
    expect(streams.slice(0, 4).map(({ over }) => over)).toEqual([true, true, true, true]);
    expect(open('tablet')).toBe(false);
    expect(open('desk')).toBe(true);
    expect(held('desk')).toBe(1);
  });

  it('are never more than the limit, and of another account none of its business', () => {
    const { open, held, places } = opened();
    for (const session of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) times(3, () => open(session));
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].reduce((sum, one) => sum + held(one), 0)).toBe(8);
    expect(() => places.take('another', 'x')).not.toThrow();
  });

  it('are not taken from a stream that is only beginning', () => {
    const places = new StreamPlaces(2);
    places.take('account', 'phone');
    places.take('account', 'phone');
    expect(() => places.take('account', 'tablet')).toThrow();
  });
});
