import type { Channel, DangerFlag, NoPhoneReason, PlacePrecision, Zone } from '#contracts';
import { BilingualView } from './texts.dto.js';

/** Answer to a report, sent once it is stored durably. */
export class ReportReceipt {
  /** Id of the report. */
  reportId!: string;
  /** Id of the incident it opened or was attached to. */
  incidentId!: string;
  /** Number of the incident (`JQ…`) or service request (`FW…`). @example JQ3204122026052100001 */
  number!: string;
  /** Receipt number of this report. @example HZ3204122026052100001 */
  receipt!: string;
  /** What is happening, where units will be sent later than usual, or after a call taker has looked at it. */
  waiting?: BilingualView;
}

/** A place with the jurisdiction it lies in. */
export class PlaceView {
  address!: string;
  longitude!: number;
  latitude!: number;
  zone!: Zone;
  /** Six-digit administrative division (GB/T 2260). @example 320412 */
  district!: string;
  /** Code of the police jurisdiction; absent outside of all. */
  jurisdiction?: string;
  /** How well the point is known; absent where it is exact. Nobody verified `site`, `town` and `unknown`. */
  precision?: PlacePrecision;
}

/** Who reported, as a report tells it; the phone is empty for readers who judge work and do not call. */
export class ReporterView {
  name!: string;
  phone!: string;
  /** Why there is no number to call back. */
  noPhone?: NoPhoneReason;
  role?: string;
}

/** A report as it was stored. */
export class ReportView {
  reportId!: string;
  incidentId!: string;
  receipt!: string;
  type!: string;
  channel!: Channel;
  /** ISO 8601, UTC. */
  receivedAt!: string;
  recordedAt!: string;
  enterpriseId?: string;
  reporter!: ReporterView;
  narrative!: string;
  place!: PlaceView;
  occurredFrom?: string;
  occurredTo?: string;
  flags!: DangerFlag[];
  crowd!: number;
  injured!: number;
  estimatedLossFen!: number;
  details!: Record<string, unknown>;
}
