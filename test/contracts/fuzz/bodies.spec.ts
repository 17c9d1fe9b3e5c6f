import { describe, expect, it } from '@jest/globals';
import { encodedBody, largeBody } from './bodies.mjs';
import { Random } from './random.mjs';

const JSON_BODY = { narrative: '仓库被盗', place: { address: '创新路1号' } };

/** Whether these bytes are UTF-8, by name and in fact, as they stand. */
function isUtf8({ body, type, encoding }: ReturnType<typeof encodedBody>): boolean {
  const named = /charset="?([^"]*)/.exec(type)?.[1]?.toLowerCase() ?? 'utf-8';
  if (named !== 'utf-8' || encoding !== undefined) return false;
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body)));
    return true;
  } catch {
    return false;
  }
}

describe('bodies that no client would send', () => {
  const random = new Random(7);

  it('say themselves whether anybody may take them', () => {
    const made = Array.from({ length: 400 }, () => encodedBody(random, JSON_BODY));
    for (const each of made)
      expect([each.type, String(each.body), isUtf8(each)]).toEqual([each.type, String(each.body), !each.refused]);
    expect(new Set(made.map(({ refused }) => refused))).toEqual(new Set([true, false]));
  });

  it('are large in every way, and still JSON', () => {
    const sizes = Array.from({ length: 60 }, () => largeBody(random, JSON_BODY)).map((text) => {
      JSON.parse(text);
      return text.length;
    });
    expect(Math.max(...sizes)).toBeGreaterThan(1_048_576);
    expect(Math.min(...sizes)).toBeLessThan(10_000);
  });
});
