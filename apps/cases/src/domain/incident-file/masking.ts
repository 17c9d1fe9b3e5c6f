import { withMaskedAccounts } from '#domain-kit';
import type { FiledReport } from './filed-reports.js';
import type { IncidentFile } from './incident-file.js';

/** A report with the bank accounts in it masked. */
export const withoutAccounts = (report: FiledReport): FiledReport => ({
  ...report,
  ...(report.details && { details: withMaskedAccounts(report.details) }),
});

/** Takes the telephones of reporters out: leaders judge work, they do not call. */
export function withoutPhones(file: IncidentFile): IncidentFile {
  const silent = (report: FiledReport): FiledReport => ({ ...report, reporter: { ...report.reporter, phone: '' } });
  return { ...file, reports: file.reports.map(silent) };
}
