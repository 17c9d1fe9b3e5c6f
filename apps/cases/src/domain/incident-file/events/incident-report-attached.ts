import { IncidentReportAttached } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A further report of the same thing. */
export const incidentReportAttached = defineFileEvent({
  event: IncidentReportAttached,
  apply: (
    file,
    { reportId, channel, receivedAt, reporter, narrative, flags, crowd, injured, estimatedLossFen, details },
  ) => {
    const told = {
      ...(flags && flags.length > 0 && { flags }),
      ...(crowd && { crowd }),
      ...(injured && { injured }),
      ...(estimatedLossFen && { estimatedLossFen }),
      ...(details && Object.keys(details).length > 0 && { details }),
    };
    return { ...file, reports: [...file.reports, { reportId, channel, receivedAt, reporter, narrative, ...told }] };
  },
  at: ({ receivedAt }) => receivedAt,
  text: ({ reportCount }) => text(`第 ${reportCount} 次报警并入`, `Report no. ${reportCount} attached`),
  seenBy: POLICE,
});
