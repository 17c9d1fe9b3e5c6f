import { describe, expect, it, jest } from '@jest/globals';
import { failpoint, failpointPlan, killerAt } from './failpoint.js';

describe('failpointPlan', () => {
  it('is nothing unless a fault run asks for it', () => {
    expect(failpointPlan({})).toBeUndefined();
    expect(failpointPlan({ NODE_ENV: 'production' })).toBeUndefined();
    expect(() => failpoint('relay.sent')).not.toThrow();
  });

  it('reads the place, the passage and the time before which passages do not count', () => {
    expect(failpointPlan({ QIJING_FAILPOINT: 'relay.sent@3' })).toEqual({
      name: 'relay.sent',
      passages: 3,
      afterMs: 0,
    });
    expect(failpointPlan({ QIJING_FAILPOINT: 'inbox.handled@1+4000' })).toEqual({
      name: 'inbox.handled',
      passages: 1,
      afterMs: 4000,
    });
  });

  it('refuses production and what it cannot read', () => {
    const refused = { NODE_ENV: 'production', QIJING_FAILPOINT: 'relay.sent@1' };
    expect(() => failpointPlan(refused)).toThrow('refused in production');
    expect(() => failpointPlan({ QIJING_FAILPOINT: 'relay.sent' })).toThrow('must look like');
  });

  it('kills once, at the passage that was asked for, and at no other place', () => {
    const kill = jest.fn();
    const pass = killerAt({ name: 'relay.sent', passages: 2, afterMs: 0 }, kill);
    pass('relay.sent');
    pass('inbox.handled');
    expect(kill).not.toHaveBeenCalled();
    pass('relay.sent');
    pass('relay.sent');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  it('does not count passages before its time', () => {
    const kill = jest.fn();
    killerAt({ name: 'relay.sent', passages: 1, afterMs: 3_600_000 }, kill)('relay.sent');
    expect(kill).not.toHaveBeenCalled();
  });
});
