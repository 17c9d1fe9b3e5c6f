import { IncidentHoldOverdue } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** Nobody decided in time about what is held. */
export const incidentHoldOverdue = defineFileEvent({
  event: IncidentHoldOverdue,
  apply: (file, { stage }) => ({ ...file, ...(file.held && { held: { ...file.held, stage } }) }),
  at: ({ firedAt }) => firedAt,
  text: ({ escalatedTo }) =>
    escalatedTo === 'duty_chief'
      ? text('待核超时，报值班长', 'Nobody has decided about it in time: the duty chief is told')
      : text('待核仍无人处理，报值班领导', 'Still nobody has decided about it: the leader on duty is told'),
  seenBy: POLICE,
});
