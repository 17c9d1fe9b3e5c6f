import { describe, expect, it } from '@jest/globals';
import { currentTraceparent, parseTraceparent, runWithTrace } from './request-context.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

describe('traceparent', () => {
  it.each([
    [`00-${TRACE}-${PARENT}-01`, { traceId: TRACE, sampled: true }],
    [`00-${TRACE}-${PARENT}-00`, { traceId: TRACE, sampled: false }],
    [`01-${TRACE}-${PARENT}-01-more`, { traceId: TRACE, sampled: true }],
    [`00-${TRACE}-${PARENT}-01-more`, undefined],
    [`ff-${TRACE}-${PARENT}-01`, undefined],
    [`00-${'0'.repeat(32)}-${PARENT}-01`, undefined],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, undefined],
    ['nonsense', undefined],
    [undefined, undefined],
  ])('%s', (header, expected) => {
    expect(parseTraceparent(header)).toEqual(expected);
  });

  it('continues a trace with a span of its own', () => {
    const mine = runWithTrace(`00-${TRACE}-${PARENT}-01`, () => currentTraceparent());
    expect(mine).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(mine).not.toContain(PARENT);
  });
});
