import { IsOptional } from 'class-validator';
import { Line } from '#contracts';
import { IsInstant, type EndedSince } from '#platform';

/** Where a page of ended sessions begins. */
export class EndedSessionsQuery implements EndedSince {
  @IsOptional()
  @IsInstant()
  since?: string;

  @IsOptional()
  @Line(64)
  after?: string;
}
