import { applyDecorators } from '@nestjs/common';
import { MaxLength, ValidateBy } from 'class-validator';
import { PHONE } from '#domain-kit';

/** Longest way to write a number that is taken. */
const MOST = 40;

/** A telephone number as people write it; `normalPhone` makes one spelling of it before it is kept. */
export const IsPhone = (): PropertyDecorator =>
  applyDecorators(
    MaxLength(MOST),
    ValidateBy(
      {
        name: 'isPhone',
        constraints: [PHONE.source],
        validator: { validate: (value) => typeof value === 'string' && value.length <= MOST && PHONE.test(value) },
      },
      { message: '$property must be a telephone number' },
    ),
  );
