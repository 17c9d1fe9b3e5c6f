import { Injectable } from '@nestjs/common';
import type { Channel, Priority } from '#contracts';
import { Clock, hasRole, newId, type Caller } from '#platform';
import { incidentType } from '../domain/incident-types/index.js';
import { DEFAULT_TRIAGE, triage, type TriageSettings } from '../domain/triage/triage.js';
import { IntakeConfig } from '../intake.config.js';
import type { ReportFacts } from '../outbound/database/intake.tables.js';
import type { AdmittedReport, ReportToFile } from './admitted-report.js';
import { checkDetails } from './check-details.js';
import { IdentifyEnterprise } from './identify-enterprise.js';
import { LocatePlace } from './locate-place.js';
import { OPERATORS, seesAll } from './reader.js';
import { receivedNotWanted, unknownType } from './report.refusals.js';
import { occurredSpan, receivedAtOf } from './report-times.js';
import { ShedLoad } from './shed-load.js';

/** Checks and grades a report, from memory, so that the transaction that stores it has nothing to refuse. */
@Injectable()
export class AdmitReport {
  constructor(
    private readonly identifyEnterprise: IdentifyEnterprise,
    private readonly locatePlace: LocatePlace,
    private readonly shedLoad: ShedLoad,
    private readonly clock: Clock,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * Throws 400 for wrong details, 403 for another enterprise, 422 for what does not exist or cannot be, and 503 while too
   * much waits to be passed on or planned.
   */
  async run(report: ReportToFile, caller: Caller): Promise<AdmittedReport> {
    const type = incidentType(report.type);
    if (!type) throw unknownType();
    const details = report.details ?? {};
    checkDetails(type, details);
    const now = this.clock.now();
    const receivedAt = this.receivedAt(report, caller, now);
    const span = occurredSpan(report, now);
    const enterprise = await this.identifyEnterprise.run(report, caller);
    const place = await this.locatePlace.run(report.place);
    const facts: ReportFacts = { ...told(report), ...span, details, place };
    const grading = triage({ ...facts, type, receivedAt, ...(enterprise && { enterprise: {} }) }, this.triageSettings);
    await this.shedLoad.run(grading.priority);
    const { reporter, narrative, relatesTo, safeContact } = report;
    return {
      reportId: newId(),
      incidentId: relatesTo ?? newId(),
      type,
      grading,
      channel: report.channel ?? usualChannel(caller),
      receivedAt,
      recordedAt: now,
      filedBy: caller.accountId,
      onlyOwn: !seesAll(caller),
      ...(enterprise && { enterprise }),
      reporter: {
        name: reporter.name,
        phone: reporter.phone,
        ...(reporter.role !== undefined && { role: reporter.role }),
      },
      narrative,
      facts,
      ...(relatesTo !== undefined && { relatesTo }),
      ...(safeContact && { safeContact: { account: safeContact.account } }),
    };
  }

  /**
   * Throws 503 for a report that can wait while too much does, before it is checked: refusing must cost far less than
   * taking, or it takes the processor from what was taken. Judged as the body stands; what cannot be graded passes.
   */
  early(body: unknown): void {
    this.shedLoad.early(() => this.priorityOf(body as ReportToFile));
  }

  private priorityOf(unchecked: ReportToFile): Priority | undefined {
    try {
      const { type: code, details = {}, receivedAt } = unchecked;
      const type = incidentType(code);
      const at = receivedAt === undefined ? this.clock.now() : new Date(receivedAt);
      return type && triage({ ...told(unchecked), details, type, receivedAt: at }, this.triageSettings).priority;
    } catch {
      return undefined;
    }
  }

  /** Enterprises may state another time only outside of production, where demos replay a day. */
  private receivedAt(report: ReportToFile, caller: Caller, now: Date): Date {
    const stated = report.receivedAt !== undefined;
    if (stated && this.config.production && !hasRole(caller, ...OPERATORS, 'machine')) throw receivedNotWanted();
    return receivedAtOf(report, now, this.config.lateEntryDays);
  }

  private get triageSettings(): TriageSettings {
    return { ...DEFAULT_TRIAGE, largeLossFen: this.config.largeLossFen };
  }
}

/** The facts as told, blanks filled with what a blank means. */
const told = ({ flags = [], crowd = 0, injured = 0, estimatedLossFen = 0 }: ReportToFile) => ({
  flags: [...flags],
  crowd,
  injured,
  estimatedLossFen,
});

/** How reports of this caller come in unless they say otherwise. */
function usualChannel(caller: Caller): Channel {
  if (hasRole(caller, ...OPERATORS)) return 'phone';
  return hasRole(caller, 'machine') ? 'api' : 'portal';
}
