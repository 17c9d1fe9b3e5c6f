import { IsIn, IsISO8601, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { INCIDENTS } from '../streams.js';
import { CLOCK_STEPS, ESCALATIONS, type ClockStep, type Escalation } from '../vocabulary.js';

/** Nobody decided in time about what is held of an incident: somebody above is told. It stays held. */
export class IncidentHoldOverdue extends DomainEvent {
  static override readonly type = 'incident.hold-overdue.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description =
    'The time within which a call taker decides about a held incident has passed; it is escalated and stays held.';

  @IsString() incidentId!: string;
  /** Since when it is held. */
  @IsISO8601() startedAt!: string;
  @IsISO8601() dueAt!: string;
  /** Share of the limit that this stage stands for, in percent. */
  @IsIn(CLOCK_STEPS) stage!: ClockStep;
  @IsISO8601() firedAt!: string;
  @IsIn(ESCALATIONS) escalatedTo!: Escalation;
}
