import { INCIDENT_STATES, OUTCOMES, Prose, type Outcome } from '#contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FiledClosing } from '../../domain/incident-file/incident-file.js';

/** Closes an incident after review. */
export class CloseBody {
  /** Overrides the outcome of the lead's final feedback. */
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  @IsOptional()
  @Prose(1000, { mayBeBlank: true })
  note?: string;
}

/** A closed incident. */
export class ClosedAnswer {
  incidentId!: string;
  @ApiProperty({ enum: INCIDENT_STATES })
  state!: string;

  /** By whom, when, with which outcome, and when the follow-up is due. */
  @ApiProperty({ type: () => FiledClosing, required: false })
  closed?: object;
}
