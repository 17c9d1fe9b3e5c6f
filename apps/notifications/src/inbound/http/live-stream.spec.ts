import { describe, expect, it, jest } from '@jest/globals';
import type { Following } from '../../use-cases/following.js';
import { LiveStream } from './live-stream.js';
import { MOST_WAITING, type Sink } from './live-client.js';
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

const share = (seq: number) => ({ seq, type: 'x.y.v1', data: `{"n":${seq}}` });

/** A feed that is read two entries at a time; entries up to `lost` are gone, those of `others` are for somebody else. */
function feed(lost = 0, others: readonly number[] = []) {
  const state = { head: 0, closed: 0 };
  const following: Following = {
    head: () => state.head,
    reached: (seq) => Math.max(seq, state.head),
    start: () => Promise.resolve(0),
    after: (seq) => {
      if (seq < lost) return Promise.resolve('gap');
      const upTo = Math.min(seq + 2, state.head);
      const read = Array.from({ length: upTo - seq }, (_, nth) => seq + nth + 1);
      return Promise.resolve({ shares: read.filter((each) => !others.includes(each)).map(share), upTo });
    },
    close: () => void (state.closed += 1),
  };
  return { state, following };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const ids = (text: string) => [...text.matchAll(/^id: (\d+)\nevent: (\S+)$/gm)].map(([, id, type]) => `${id} ${type}`);
const beginning = { position: 0, lost: false };

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
    expect(sink.text).toMatch(/^retry: 2000\nid: 0\n\n/);
    expect(ids(sink.text)).toEqual(['1 x.y.v1', '2 x.y.v1', '3 x.y.v1', '4 x.y.v1']);
  });

  it('says where somebody stands who has caught up with what was for others, once', async () => {
    const sink = new FakeSink();
    const { state, following } = feed(0, [2, 3, 5]);
    state.head = 3;
    const stream = new LiveStream(sink, jest.fn());
    stream.begin(following, beginning);
    await settled();
    expect(sink.text).toMatch(/id: 1\nevent: x\.y\.v1\n.*\n\n: caught up\nid: 3\n\n$/);
    state.head = 5;
    stream.wake();
    await settled();
    expect(sink.text.match(/caught up/g)).toHaveLength(1);
    const atTheEnd = new FakeSink();
    new LiveStream(atTheEnd, jest.fn()).begin(following, { position: 5, lost: false });
    await settled();
    expect(atTheEnd.text).toBe('retry: 2000\nid: 5\n\n');
    expect(ids(sink.text)).toEqual(['1 x.y.v1', '4 x.y.v1']);
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

  it('passes over what is for others, and says where it stands when nothing was for it', async () => {
    const sink = new FakeSink();
    const { state, following } = feed(0, [1, 2, 3, 5, 6]);
    state.head = 5;
    const stream = new LiveStream(sink, jest.fn());
    stream.begin(following, beginning);
    await settled();
    expect(ids(sink.text)).toEqual(['4 x.y.v1']);
    state.head = 6;
    sink.text = '';
    stream.heartbeat();
    stream.heartbeat();
    expect(sink.text).toBe(': alive\nid: 6\n\n: alive\n\n');
  });
});

describe('position', () => {
  it('comes back as it was', () => {
    expect([0, 12, 4_000_000_000].map((seq) => decodePosition(encodePosition(seq)))).toEqual([0, 12, 4_000_000_000]);
  });

  it.each(['', 'x', '-1', '1e9', '1 ', '1,2', 'operators=12', 'enterprise%3Ae=5,contact%3Ac=2'])(
    'refuses %j',
    (text) => {
      expect(decodePosition(text)).toBeUndefined();
    },
  );
});
