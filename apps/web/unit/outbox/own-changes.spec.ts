import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../kit/api/problem';
import type { Deed } from './deeds';
import { sendKnowing } from './own-changes';

const review = (version: number): Deed => ({
  act: 'case-move',
  id: 'case',
  on: { incidentId: 'incident', version },
  body: { move: 'review', basis: '已核对进出记录' },
});
const refused = (status: number): Problem =>
  new Problem({
    type: '',
    title: '',
    status,
    code: 'edit.version-changed',
    detail: '',
    instance: '',
    traceId: '',
    errors: [],
  });
const line = (sequence: number, by: string | undefined, version?: number) => ({
  at: '2026-03-01T00:00:00.000Z',
  recordedAt: '2026-03-01T00:00:00.000Z',
  source: 'cases',
  sequence,
  type: 'loss.entry-posted.v1',
  text: { zh: '', en: '' },
  ...(by !== undefined && { by: { accountId: by, account: by, name: by } }),
  ...(version !== undefined && { version }),
});

describe('a decision that was kept on the phone', () => {
  /** Sends it where the file has come to version 5 by these lines; answers the versions under which it went out. */
  const sent = async (
    deed: Deed,
    timeline: ReturnType<typeof line>[],
    status = 412,
  ): Promise<(number | undefined)[]> => {
    const versions: (number | undefined)[] = [];
    const send = (one: Deed, key: string): Promise<void> => {
      expect(key).toBe('key');
      const version = 'on' in one ? one.on?.version : undefined;
      versions.push(version);
      return version === 5 ? Promise.resolve() : Promise.reject(refused(status));
    };
    const read = () => Promise.resolve({ versions: { intake: 1, file: 5 }, timeline });
    const outcome = sendKnowing({ send, read, me: () => 'me' })(deed, 'key');
    await outcome.catch((error: unknown) => {
      expect(error).toMatchObject({ status });
      versions.push(-1);
    });
    return versions;
  };

  it('goes out again, under its key, when only own deeds have made it stale', async () => {
    const timeline = [line(1, 'other', 3), line(2, 'me', 4), line(3, 'me', 5), line(4, 'other')];
    expect(await sent(review(3), timeline)).toEqual([3, 5]);
  });

  it('comes back when somebody else changed something, or nobody knows who did', async () => {
    expect(await sent(review(3), [line(2, 'me', 4), line(3, 'other', 5)])).toEqual([3, -1]);
    expect(await sent(review(3), [line(2, 'me', 4), line(3, undefined, 5)])).toEqual([3, -1]);
  });

  it('comes back when it is refused for another reason, and when it was kept before versions were', async () => {
    const { on: _on, ...old } = review(3) as Extract<Deed, { act: 'case-move' }>;
    expect(await sent(review(3), [], 409)).toEqual([3, -1]);
    expect(await sent(old, [])).toEqual([undefined, -1]);
  });
});
