import { IncidentReportAttached } from '#contracts';
import { holdText } from '../filed-hold.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A further report of the same thing. */
export const incidentReportAttached = defineFileEvent({
  event: IncidentReportAttached,
  apply: (
    file,
    { reportId, channel, receivedAt, reporter, narrative, flags, crowd, injured, estimatedLossFen, details, hold },
  ) => {
    const told = {
      ...(flags && flags.length > 0 && { flags }),
      ...(crowd && { crowd }),
      ...(injured && { injured }),
      ...(estimatedLossFen && { estimatedLossFen }),
      ...(details && Object.keys(details).length > 0 && { details }),
    };
    const reports = [...file.reports, { reportId, channel, receivedAt, reporter, narrative, ...told }];
    return { ...file, reports, ...(hold && { held: file.held ?? { ...hold, of: 'facts' as const } }) };
  },
  at: ({ receivedAt }) => receivedAt,
  text: ({ reportCount, hold }) => {
    const waits = hold ? holdText(hold.reason) : text('', '');
    return text(`第 ${reportCount} 次报警并入${waits.zh}`, `Report no. ${reportCount} attached${waits.en}`);
  },
  seenBy: POLICE,
});
