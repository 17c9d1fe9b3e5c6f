import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { Line } from '#contracts';
import { IsInstant } from '../http/is-instant.js';
import { PageQuery } from '../paging/page-query.dto.js';

/** Which entries of an audit trail are asked for; at most 31 days of them. */
export class AuditEntryQuery extends PageQuery {
  /** The first moment, ISO 8601 with offset; a day before `to` by default. */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** The moment after the last one, ISO 8601 with offset; now by default. */
  @IsOptional()
  @IsInstant()
  to?: string;

  /** Who acted: `account:<id>`, `event:<id>`, `cli:<user>`, … */
  @IsOptional()
  @Line(80)
  actor?: string;

  /** An event type, or a word pair such as `account.changed`. */
  @IsOptional()
  @Line(80)
  act?: string;

  /** Whose chain: the id of an incident, an account, … */
  @IsOptional()
  @Line(64)
  subject?: string;

  /** Only what was refused. */
  @ApiPropertyOptional({ type: 'boolean' })
  @IsOptional()
  @Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? (value as unknown))
  @IsBoolean()
  refused?: boolean;
}

/** One act, as the audit trail keeps it: ids, never a name or a text that somebody typed. */
export class AuditEntryAnswer {
  /** Whose chain. */
  subject!: string;
  /** Counts the entries of the subject from 1, without holes. */
  seq!: number;
  /** ISO 8601, UTC. */
  at!: string;
  actor!: string;
  act!: string;
  /** Ids, separated by spaces. */
  object!: string;
  success!: boolean;
  /** Code of the refusal. */
  outcome?: string;
  session?: string;
  address?: string;

  /** What a change of rights began with. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  before?: object;

  /** What it ended with. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  after?: object;

  /** How many acts of the same kind the entry stands for, when it is more than one. */
  count?: number;
  /** SHA-256, hex, over the entry and the one before it. */
  hash!: string;
}

/** One page of an audit trail, newest first. */
export class AuditEntryPage {
  items!: AuditEntryAnswer[];

  /** Cursor of the next page; null on the last. */
  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
