import { IsISO8601, IsOptional, IsString } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part } from '../fields.js';
import { ActorFact, SafeContact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';

/**
 * Somebody inside the enterprise may be involved: from now on only the safe contact is told anything, and nobody where none is
 * named. Said again with every change of the contact; the newest one counts.
 */
export class IncidentRestricted extends DomainEvent {
  static override readonly type = 'incident.restricted.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'cases';
  static override readonly description = 'Disclosure was restricted to the named safe contact of the enterprise.';

  @IsString() incidentId!: string;
  @IsString() reason!: string;
  /** Absent: nobody of the enterprise is told. */
  @IsOptional() @Part(() => SafeContact) safeContact?: SafeContact;
  @IsISO8601() occurredAt!: string;
  @Part(() => ActorFact) by!: ActorFact;
}
