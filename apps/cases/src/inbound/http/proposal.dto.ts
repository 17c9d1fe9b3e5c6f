import { CASE_ACTS, FILE_ACTS, Line, Prose, type CaseAct, type FileAct, Part } from '#contracts';
import { PageQuery } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ProposalAnswer } from '../../domain/proposal/proposal-answer.js';
import { MOST_FEN, OccurrenceBody } from './case.dto.js';

/** The ledger entry that is proposed. */
export class ProposedEntryBody {
  /** Integer fen; negative only for an adjustment downwards. */
  @IsInt()
  @Min(-MOST_FEN)
  @Max(MOST_FEN)
  @ApiProperty({ type: 'integer' })
  amountFen!: number;

  /** The account to freeze, or the holding that a return draws from. */
  @IsOptional()
  @Line(40)
  holding?: string;

  @IsOptional()
  @Prose(1000, { mayBeBlank: true })
  note?: string;
}

/** What is proposed about a case, and why. */
export class ProposalBody extends OccurrenceBody {
  /** Filing and not filing, what a reconsideration comes to, freezing, adjusting the verified loss, returning. */
  @IsIn(CASE_ACTS)
  act!: CaseAct;

  @Prose(2000)
  basis!: string;

  /** The facts are disputed: legal review looks at it first. */
  @IsOptional()
  @IsBoolean()
  disputed?: boolean;

  /** For freezing, adjusting and returning. */
  @IsOptional()
  @Part(() => ProposedEntryBody)
  entry?: ProposedEntryBody;
}

/** What is proposed about the file of an incident, and why. */
export class FileProposalBody {
  /** Lifting the restriction of disclosure. */
  @IsIn(FILE_ACTS)
  act!: FileAct;

  @Prose(2000)
  basis!: string;
}

/** A page of the list. */
export class ProposalQuery extends PageQuery {}

/** What waits for the caller, the oldest first. */
export class ProposalPage {
  items!: ProposalAnswer[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
