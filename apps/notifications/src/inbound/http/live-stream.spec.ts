import { describe, expect, it, jest } from '@jest/globals';
import type { Following } from '../../use-cases/follow-feed.js';
import { LiveStream, MOST_WAITING, type Sink } from './live-stream.js';
import { decodePosition, encodePosition } from './position.js';

class FakeSink implements Sink {
  text = '';
  writableLength = 0;
  full = false;
  destroyed = false;
  ended = false;
  readonly once = jest.fn<(event: string, listener: () => void) => void>();

  write(text: string): boolean {
    this.text += text;
    return !this.full;
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.destroyed = true;
  }
  fire(event: string): void {
    for (const [name, listener] of this.once.mock.calls) if (name === event) listener();
  }
}

const entry = (seq: number) => ({ audience: 'operators', seq, type: 'x.y.v1', data: `{"n":${seq}}`, at: new Date(0) });

/** A feed of one audience, read two entries at a time; entries up to `lost` are gone. */
function feed(lost = 0) {
  const state = { head: 0, closed: 0 };
  const following: Following = {
    audiences: ['operators'],
    heads: () => new Map([['operators', state.head]]),
    start: () => Promise.resolve(new Map()),
    after: (_audience, seq) =>
      Promise.resolve(
        seq < lost ? 'gap' : Array.from({ length: Math.min(2, state.head - seq) }, (_, nth) => entry(seq + nth + 1)),
      ),
    close: () => void (state.closed += 1),
  };
  return { state, following };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const ids = (text: string) =>
  [...text.matchAll(/^id: operators=(\d+)\nevent: (\S+)$/gm)].map(([, id, type]) => `${id} ${type}`);
const beginning = { position: new Map([['operators', 0]]), lost: false };

describe('LiveStream', () => {
  it('names its position first, then sends everything once, in order', async () => {
    const sink = new FakeSink();
    const { state, following } = feed();
    state.head = 3;
    const stream = new LiveStream(sink, jest.fn());
    stream.begin(following, beginning);
    stream.wake();
    await settled();
    state.head = 4;
    stream.wake();
    await settled();
    expect(sink.text).toMatch(/^retry: 2000\nid: operators=0\n\n/);
    expect(ids(sink.text)).toEqual(['1 x.y.v1', '2 x.y.v1', '3 x.y.v1', '4 x.y.v1']);
  });

  it('tells once that something is lost and goes on from the end', async () => {
    const sink = new FakeSink();
    const { state, following } = feed(5);
    state.head = 7;
    const stream = new LiveStream(sink, jest.fn());
    stream.begin(following, beginning);
    await settled();
    state.head = 8;
    stream.wake();
    await settled();
    expect(ids(sink.text)).toEqual(['7 resync', '8 x.y.v1']);
  });

  it('reads on only when a client that is behind has taken what it got', async () => {
    const sink = new FakeSink();
    sink.full = true;
    const { state, following } = feed();
    state.head = 4;
    new LiveStream(sink, jest.fn()).begin(following, beginning);
    await settled();
    expect(ids(sink.text)).toHaveLength(2);
    sink.fire('drain');
    await settled();
    expect(ids(sink.text)).toHaveLength(4);
  });

  it('cuts off a client that lets too much pile up, and tells its owner', async () => {
    const sink = new FakeSink();
    const { state, following } = feed();
    const closed = jest.fn();
    const stream = new LiveStream(sink, closed);
    stream.begin(following, beginning);
    sink.writableLength = MOST_WAITING + 1;
    state.head = 4;
    stream.wake();
    await settled();
    expect(sink.destroyed).toBe(true);
    expect(ids(sink.text)).toHaveLength(2);
    expect([closed.mock.calls.length, state.closed]).toEqual([1, 1]);
    stream.end();
    sink.fire('close');
    expect(closed).toHaveBeenCalledTimes(1);
  });
});

describe('position', () => {
  it('comes back as it was', () => {
    const position = new Map([
      ['enterprise:0198-a', 12],
      ['contact:张 伟', 0],
    ]);
    expect(decodePosition(encodePosition(position))).toEqual(position);
    expect(encodePosition(position)).toMatch(/^[\x21-\x7e]+$/);
  });

  it.each(['', 'x', '=1', 'operators=-1', 'operators=1e9', '%=1', 'operators=1,', 'a b=1'])('refuses %j', (text) => {
    expect(decodePosition(text)).toBeUndefined();
  });
});
