import { Injectable } from '@nestjs/common';
import type { AdmittedReport, Receipt } from './admitted-report.js';
import { AttachReport } from './attach-report.js';
import { OpenIncident } from './open-incident.js';

/** Files a report: with an incident of its own, or with the one it relates to. */
@Injectable()
export class ReceiveReport {
  constructor(
    private readonly openIncident: OpenIncident,
    private readonly attachReport: AttachReport,
  ) {}

  /** Numbers are drawn for a whole batch of reports at once, when all are filed: only then the receipt can be read. */
  run(report: AdmittedReport): Promise<() => Receipt> {
    return report.relatesTo === undefined
      ? Promise.resolve(this.openIncident.run(report))
      : this.attachReport.run(report);
  }
}
