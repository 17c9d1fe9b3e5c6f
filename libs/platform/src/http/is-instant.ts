import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';
import { INSTANT } from '#domain-kit';

/** An ISO 8601 instant with its offset (`Z` or `+08:00`): a local time alone would mean another instant elsewhere. */
export const IsInstant = (): PropertyDecorator =>
  applyDecorators(
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(INSTANT, { message: '$property must be an instant with offset (Z or +08:00)' }),
  );
