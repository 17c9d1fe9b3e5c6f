import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** Where a live feed begins; without anything it begins now. */
export class LiveQuery {
  /** Like the `Last-Event-ID` header, which wins. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  lastEventId?: string;

  /** `start`: with the oldest entries that are kept. */
  @IsOptional()
  @IsIn(['start'])
  from?: 'start';
}
