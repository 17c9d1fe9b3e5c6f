import { IncidentReported } from '#contracts';
import { openFile } from '../open-file.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The first report: opens the file ({@link openFile}). */
export const incidentReported = defineFileEvent({
  event: IncidentReported,
  apply: (_file, event) => openFile(event),
  at: ({ receivedAt }) => receivedAt,
  text: ({ number, incidentType: { name }, enterprise }) =>
    text(
      `接报 ${number}：${name.zh}${enterprise ? `，${enterprise.name}` : ''}`,
      `Report ${number} received: ${name.en}${enterprise ? `, ${enterprise.name}` : ''}`,
    ),
  seenBy: POLICE,
});
