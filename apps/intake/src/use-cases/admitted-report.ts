import type { Channel, DangerFlag, EnterpriseFact, PlacePrecision, SafeContact, Zone } from '#contracts';
import type { Texts } from '#domain-kit';
import type { IncidentType } from '../domain/incident-types/index.js';
import type { Grading } from '../domain/triage/triage.js';
import type { ReportFacts, StoredReporter } from '../outbound/database/report.table.js';

/** A report as it arrives, its shape checked. */
export interface ReportToFile {
  readonly channel?: Channel;
  readonly type: string;
  readonly enterpriseId?: string;
  readonly enterpriseName?: string;
  readonly reporter: Omit<StoredReporter, 'phone'> & { readonly phone?: string };
  readonly place: {
    readonly address: string;
    readonly longitude?: number;
    readonly latitude?: number;
    readonly precision?: PlacePrecision;
    readonly zone?: Zone;
  };
  readonly occurredFrom?: string;
  readonly occurredTo?: string;
  readonly receivedAt?: string;
  readonly narrative: string;
  readonly flags?: readonly DangerFlag[];
  readonly crowd?: number;
  readonly injured?: number;
  readonly estimatedLossFen?: number;
  readonly details?: Record<string, unknown>;
  readonly relatesTo?: string;
  readonly safeContact?: { readonly account: string };
}

/** A report that passed every check that needs no transaction, with its grading. Nothing changes it any more. */
export interface AdmittedReport {
  readonly reportId: string;
  /** Of the incident that it belongs to; a new one is made here, so that it tells when the report was taken. */
  readonly incidentId: string;
  readonly type: IncidentType;
  readonly grading: Grading;
  /** Its plan will come later than anybody would expect. */
  readonly waits: boolean;
  readonly channel: Channel;
  /** An enterprise sent it itself: one beyond what it may is held for a call taker. */
  readonly limited: boolean;
  readonly receivedAt: Date;
  readonly recordedAt: Date;
  /** Account that sent it. */
  readonly filedBy: string;
  readonly enterprise?: EnterpriseFact;
  readonly reporter: StoredReporter;
  readonly narrative: string;
  readonly facts: ReportFacts;
  readonly relatesTo?: string;
  /** An enabled contact of the enterprise, confirmed by police, or as the reporter proposed it. */
  readonly safeContact?: Required<SafeContact>;
  readonly proposedContact?: Required<SafeContact>;
}

/** What whoever reported gets in hand. */
export interface Receipt {
  readonly reportId: string;
  readonly incidentId: string;
  /** `JQ…`, or `FW…` for a service request. */
  readonly number: string;
  /** `HZ…` */
  readonly receipt: string;
  /** What is happening, where units will not be sent as soon as anybody would expect; known when everything is written. */
  waiting?: Texts;
}

/** For the receipt of a report that has to wait. */
export const WAITING: Texts = { zh: '已登记，正在排队派警', en: 'Registered; waiting for dispatch' };

/** For the receipt of a report that a call taker has to look at first. */
export const HELD: Texts = {
  zh: '已登记，正待接警员核对，核对后即行安排；如情况危急，请立即拨打 110',
  en: 'Registered. A call taker looks at it before anybody is sent; if it is urgent, call 110 at once',
};
