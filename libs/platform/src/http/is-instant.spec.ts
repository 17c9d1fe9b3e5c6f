import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsInstant } from './is-instant.js';

class Moment {
  @IsInstant() at: unknown;

  constructor(at: unknown) {
    this.at = at;
  }
}

const passes = (at: unknown): boolean => validateSync(new Moment(at)).length === 0;

describe('an instant', () => {
  it.each(['2026-05-20T10:00:00Z', '2026-05-20T10:00:00.123Z', '2026-05-20T10:00+08:00', '2026-05-20T23:59:59-05:30'])(
    '%s is one, and Date reads it',
    (text) => {
      expect(passes(text)).toBe(true);
      expect(new Date(text).getTime()).not.toBeNaN();
    },
  );

  it.each([
    '2026-05-20', '2026-05-20T10:00:00', '20260520T101010Z', '2026-05-20T101010Z', '2026-W21-3T10:00:00Z', '2026-02-30T00:00:00Z',
    '2026-05-20T10:00:00+99:99', '+275760-09-13T00:00:00Z', '2026-05-20T10:00:00+0800', 'now', '', 0, null, {}, ['2026-05-20T10:00:00Z'],
  ])('%j is none', (value) => {
    expect(passes(value)).toBe(false);
  }); // prettier-ignore
});
