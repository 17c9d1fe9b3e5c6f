import { IncidentReportAttached } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A further report of the same thing. */
export const incidentReportAttached = defineFileEvent({
  event: IncidentReportAttached,
  apply: (file, { reportId, channel, receivedAt, reporter, narrative }) => ({
    ...file,
    reports: [...file.reports, { reportId, channel, receivedAt, reporter, narrative }],
  }),
  at: ({ receivedAt }) => receivedAt,
  text: ({ reportCount }) => text(`第 ${reportCount} 次报警并入`, `Report no. ${reportCount} attached`),
  seenBy: POLICE,
});
