import { orNothing, PATIENCE_MS, within } from './patience.js';
import type { FileSeen, Receipt } from './seen.js';
import type { Session } from './session.js';
import type { Operator } from './town.js';

/** The dispatch desk, signed in. */
export function operatorOf(session: Session): Operator {
  const opensFile = (incidentId: string) => session.get<FileSeen>(`incident-files/${incidentId}`);
  return {
    takesReport: (report) => session.post<Receipt>('reports', { channel: 'phone', ...report }),
    opensFile,
    waitsFor: (incidentId, like) =>
      within(PATIENCE_MS, async () => {
        const file = await orNothing(opensFile(incidentId));
        return file && like(file) ? file : undefined;
      }),
    advises: async (incidentId, categories, text) => {
      await session.post(`incident-files/${incidentId}/advice`, { categories, text });
    },
    closes: async (incidentId, note) => {
      await session.post(`incidents/${incidentId}/close`, { note });
    },
    cancels: async (incidentId, reason) => {
      await session.post(`incidents/${incidentId}/cancel`, { reason });
    },
    approvesDecline: async (assignmentId) => {
      await session.post(`assignments/${assignmentId}/approve-decline`);
    },
    reinforces: async (incidentId, discipline) => {
      await session.post(`dispatches/${incidentId}/reinforcements`, { discipline });
    },
    setsDuty: async (unitId, duty) => {
      const { version } = await session.get<{ version: number }>(`units/${unitId}`);
      await session.patch(`units/${unitId}`, { duty }, version);
    },
  };
}
