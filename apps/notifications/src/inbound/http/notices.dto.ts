import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '#platform';

/** Which notices are wanted. */
export class NoticesQuery extends PageQuery {
  /** Required for operators. */
  @IsOptional()
  @IsUUID()
  incidentId?: string;
}

/** A text in both languages. */
export class NoticeText {
  @ApiProperty({ type: String }) zh!: string;
  @ApiProperty({ type: String }) en!: string;
}

/** A notice to an enterprise, as it was told. */
export class NoticeView {
  @ApiProperty({ type: String }) noticeId!: string;
  @ApiProperty({ type: String }) incidentId!: string;
  /** Number of the incident. */
  @ApiProperty({ type: String }) number!: string;
  /** What it tells: received, dispatched, arrived, case_filed … */
  @ApiProperty({ type: String }) step!: string;
  @ApiProperty({ type: Number }) templateVersion!: number;
  /** Counts the notices of the incident from 1. */
  @ApiProperty({ type: Number }) position!: number;
  /** `enterprise:<id>`, or `contact:<account>` when disclosure is restricted. */
  @ApiProperty({ type: String }) audience!: string;
  @ApiProperty({ type: NoticeText }) text!: NoticeText;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', required: false }) deliveredAt?: string;
}

/** One page of notices, newest first. */
export class NoticePage {
  @ApiProperty({ type: [NoticeView] }) items!: NoticeView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
