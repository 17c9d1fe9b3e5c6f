import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Line } from '#contracts';

/** Largest page of a list. */
const MAX_LIMIT = 200;

/** Query of every keyset list: `?limit=1..200&after=<cursor of the previous page>`. Extend it for filters. */
export class PageQuery {
  /** Items per page, 1 to 200. */
  @ApiPropertyOptional({ type: 'integer', default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  limit: number = 50;

  /** Opaque cursor: the `next` of the previous page. */
  @IsOptional()
  @Line(512, { mayBeBlank: true })
  after?: string;
}
