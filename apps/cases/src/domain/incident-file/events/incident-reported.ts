import { IncidentReported } from '#contracts';
import { holdText } from '../filed-hold.js';
import { openFile } from '../open-file.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The first report: opens the file ({@link openFile}). */
export const incidentReported = defineFileEvent({
  event: IncidentReported,
  apply: (_file, event) => openFile(event),
  at: ({ receivedAt }) => receivedAt,
  text: ({ number, incidentType: { name }, enterprise, hold }) => {
    const whose = enterprise ? text(`，${enterprise.name}`, `, ${enterprise.name}`) : text('', '');
    const waits = hold ? holdText(hold.reason) : text('', '');
    return text(
      `接报 ${number}：${name.zh}${whose.zh}${waits.zh}`,
      `Report ${number} received: ${name.en}${whose.en}${waits.en}`,
    );
  },
  seenBy: POLICE,
});
