import { describe, expect, it, jest } from '@jest/globals';
import { failpoint, failpointPlan, killerAt } from './failpoint.js';

describe('failpointPlan', () => {
  it('is nothing unless a fault run asks for it', () => {
    expect(failpointPlan({})).toBeUndefined();
    expect(failpointPlan({ NODE_ENV: 'production' })).toBeUndefined();
    expect(() => failpoint('relay.sent')).not.toThrow();
  });

  it('reads the place, the passage and the file that has to be there', () => {
    expect(failpointPlan({ QIJING_FAILPOINT: 'relay.sent@3' })).toEqual({
      name: 'relay.sent',
      passages: 3,
    });
    expect(failpointPlan({ QIJING_FAILPOINT: 'inbox.handled@1:/tmp/now' })).toEqual({
      name: 'inbox.handled',
      passages: 1,
      armedBy: '/tmp/now',
    });
  });

  it('refuses production and what it cannot read', () => {
    const refused = { NODE_ENV: 'production', QIJING_FAILPOINT: 'relay.sent@1' };
    expect(() => failpointPlan(refused)).toThrow('refused in production');
    expect(() => failpointPlan({ QIJING_FAILPOINT: 'relay.sent' })).toThrow('must look like');
  });

  it('kills once, at the passage that was asked for, and at no other place', () => {
    const kill = jest.fn();
    const pass = killerAt({ name: 'relay.sent', passages: 2 }, kill);
    pass('relay.sent');
    pass('inbox.handled');
    expect(kill).not.toHaveBeenCalled();
    pass('relay.sent');
    pass('relay.sent');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  it('counts passages only while the file is there', () => {
    const kill = jest.fn();
    const pass = (armedBy: string) => killerAt({ name: 'relay.sent', passages: 1, armedBy }, kill)('relay.sent');
    pass('/no/such/file');
    expect(kill).not.toHaveBeenCalled();
    pass(process.execPath);
    expect(kill).toHaveBeenCalledTimes(1);
  });
});
