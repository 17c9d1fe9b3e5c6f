import { SetMetadata } from '@nestjs/common';

/** Metadata key: this route opens its own unit of work. */
export const OWN_UNIT_OF_WORK = 'qijing:own-unit-of-work';

/** Exempts a write handler: its use case opens units of work itself (e.g. because a refusal must leave a trace). */
export function OwnUnitOfWork(): MethodDecorator {
  return SetMetadata(OWN_UNIT_OF_WORK, true);
}
