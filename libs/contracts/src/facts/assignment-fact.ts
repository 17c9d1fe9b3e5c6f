import { IsIn, IsISO8601, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, WordList } from '../fields.js';
import {
  ASSIGNMENT_ROLES,
  ASSIGNMENT_STATES,
  INCIDENT_STATES,
  type AssignmentRole,
  type AssignmentState,
  type IncidentState,
} from '../vocabulary.js';
import { ActorFact, UnitFact } from './parties.js';

/** What every change of an assignment says. */
export abstract class AssignmentFact extends DomainEvent {
  @IsString() incidentId!: string;
  @IsString() assignmentId!: string;
  @Part(() => UnitFact) unit!: UnitFact;
  @IsIn(ASSIGNMENT_ROLES) role!: AssignmentRole;
  @IsIn(ASSIGNMENT_STATES) state!: AssignmentState;
  /** Where the whole dispatch stands after this change. */
  @IsIn(INCIDENT_STATES) dispatchState!: IncidentState;
  /** When it happened; may be earlier than `recordedAt` (radio gaps). */
  @IsISO8601() occurredAt!: string;
  @IsISO8601() recordedAt!: string;
  /** Earlier milestones that this one implies and nobody reported. */
  @WordList(ASSIGNMENT_STATES) inferred!: AssignmentState[];
  @Part(() => ActorFact) by!: ActorFact;
}
