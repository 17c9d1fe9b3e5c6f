import { IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import type { EndedSince } from '#platform';

/** Where a page of ended sessions begins. */
export class EndedSessionsQuery implements EndedSince {
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(40)
  since?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  after?: string;
}
