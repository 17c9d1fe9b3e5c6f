import { IsIn, IsOptional } from 'class-validator';
import { Line } from '#contracts';

/** Where a live feed begins; without anything it begins now. */
export class LiveQuery {
  /** Like the `Last-Event-ID` header, which wins. */
  @IsOptional()
  @Line(2000, { mayBeBlank: true })
  lastEventId?: string;

  /** `start`: with the oldest entries that are kept. */
  @IsOptional()
  @IsIn(['start'])
  from?: 'start';
}
