import type { HttpAdapterHost } from '@nestjs/core';

/** What serves requests in this process; undefined in commands, which have the same modules and no server. */
export const serverOf = ({ httpAdapter }: HttpAdapterHost): HttpAdapterHost['httpAdapter'] | undefined =>
  (httpAdapter as HttpAdapterHost['httpAdapter'] | null | undefined) ?? undefined;
