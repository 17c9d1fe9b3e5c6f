import { ADVICE_CATEGORIES, Prose, type AdviceCategory } from '#contracts';
import { IsInstant } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsIn, IsOptional } from 'class-validator';

/** Prevention advice for the enterprise. */
export class AdviceBody {
  /** Which parts of the enterprise's protection it is about. */
  @ApiProperty({ enum: ADVICE_CATEGORIES, isArray: true })
  @ArrayNotEmpty()
  @ArrayMaxSize(ADVICE_CATEGORIES.length)
  @ArrayUnique()
  @IsIn(ADVICE_CATEGORIES, { each: true })
  categories!: AdviceCategory[];

  @Prose(4000)
  text!: string;

  /** The enterprise is asked to answer by then, ISO 8601. */
  @IsOptional()
  @IsInstant()
  answerBy?: string;
}
