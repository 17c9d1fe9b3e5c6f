import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { CANCEL_REASONS, type CancelReason } from '../vocabulary.js';

/** The incident was called off; open assignments are recalled. */
export class IncidentCancelled extends DomainEvent {
  static override readonly type = 'incident.cancelled.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'intake';
  static override readonly description = 'The incident was cancelled (false, test or withdrawn).';

  @IsString() incidentId!: string;
  @IsIn(CANCEL_REASONS) reason!: CancelReason;
  @IsOptional() @IsString() note?: string;
  @IsISO8601() occurredAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
}
