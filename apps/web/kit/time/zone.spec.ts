import { describe, expect, it } from '@jest/globals';
import { dayAt, instantOf } from './zone';

describe('the zone of the centre', () => {
  it('is what a picker without a zone means, whatever the device thinks', () => {
    expect(new Date(instantOf('2026-05-21T10:00')).toISOString()).toBe('2026-05-21T02:00:00.000Z');
    expect(new Date(instantOf('2026-05-21T10:00:05')).toISOString()).toBe('2026-05-21T02:00:05.000Z');
  });

  it('does not bend a time that names its zone', () => {
    expect(instantOf('2026-05-21T10:00:00Z')).toBe(Date.parse('2026-05-21T10:00:00Z'));
    expect(instantOf('yesterday')).toBeNaN();
  });

  it('decides what today is', () => {
    expect(dayAt(Date.parse('2026-05-20T15:59:59Z'))).toBe('2026-05-20');
    expect(dayAt(Date.parse('2026-05-20T16:00:00Z'))).toBe('2026-05-21');
  });
});
