import { IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, Min } from 'class-validator';
import { DomainEvent } from '../event.js';
import { Part, WordList } from '../fields.js';
import { HoldFact } from '../facts/incident.js';
import { ReporterFact } from '../facts/parties.js';
import { INCIDENTS } from '../streams.js';
import { CHANNELS, DANGER_FLAGS, type Channel, type DangerFlag } from '../vocabulary.js';

/** A further report of an incident that is already known. */
export class IncidentReportAttached extends DomainEvent {
  static override readonly type = 'incident.report-attached.v1';
  static override readonly stream = INCIDENTS;
  static override readonly source = 'intake';
  static override readonly description = 'One more report of the same thing was attached to the incident.';

  @IsString() incidentId!: string;
  @IsString() reportId!: string;
  @IsIn(CHANNELS) channel!: Channel;
  @IsISO8601() receivedAt!: string;
  @Part(() => ReporterFact) reporter!: ReporterFact;
  @IsString() narrative!: string;
  /** What this report alone told; absent from reports of earlier versions. */
  @IsOptional() @WordList(DANGER_FLAGS) flags?: DangerFlag[];
  @IsOptional() @IsInt() @Min(0) crowd?: number;
  @IsOptional() @IsInt() @Min(0) injured?: number;
  @IsOptional() @IsInt() @Min(0) estimatedLossFen?: number;
  @IsOptional() @IsObject() details?: Record<string, unknown>;
  /** What it tells waits until a call taker releases it; absent where that counts at once. */
  @IsOptional() @Part(() => HoldFact) hold?: HoldFact;
  /** Reports of this incident so far, this one included. */
  @IsInt() @Min(2) reportCount!: number;
}
