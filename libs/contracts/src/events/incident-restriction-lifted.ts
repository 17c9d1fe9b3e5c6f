import { IsISO8601, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';

/**
 * A case officer proposed and an approver approved that disclosure is restricted no longer: who sees and hears of the incident
 * is as if it had never been. The suspicion is answered with it: the next one restricts again. Nothing that was withheld
 * meanwhile is sent.
 */
export class IncidentRestrictionLifted extends DomainEvent {
  static override readonly type = 'incident.restriction-lifted.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'The restriction of disclosure was lifted: proposed (主办), and approved (审批).';

  @IsString() incidentId!: string;
  /** The proposal that was approved. */
  @IsString() proposalId!: string;
  /** Why, in the words of who proposed it. */
  @IsString() reason!: string;
  @IsISO8601() occurredAt!: string;
  /** Who approved. */
  @Part(() => ActorFact) by!: ActorFact;
}
