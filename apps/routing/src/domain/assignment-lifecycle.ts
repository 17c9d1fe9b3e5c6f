import { defineLifecycle } from '#domain-kit';

/** What may happen to an assignment. */
export const assignmentLifecycle = defineLifecycle({
  name: 'assignment',
  states: [
    'ISSUED',
    'ACKNOWLEDGED',
    'EN_ROUTE',
    'ARRIVED',
    'WORKING',
    'DECLINE_REQUESTED',
    'COMPLETED',
    'DECLINED',
    'REASSIGNED',
    'RECALLED',
  ],
  initial: 'ISSUED',
  terminal: ['COMPLETED', 'DECLINED', 'REASSIGNED', 'RECALLED'],
  transitions: [
    { from: ['ISSUED'], to: 'ACKNOWLEDGED', event: 'AssignmentAcknowledged' },
    { from: ['ISSUED', 'ACKNOWLEDGED'], to: 'DECLINE_REQUESTED', event: 'DeclineRequested' },
    { from: ['DECLINE_REQUESTED'], to: 'DECLINED', event: 'DeclineApproved' },
    { from: ['DECLINE_REQUESTED'], to: 'ISSUED', event: 'DeclineRejected' },
    { from: ['ACKNOWLEDGED'], to: 'EN_ROUTE', event: 'UnitDeparted' },
    { from: ['ACKNOWLEDGED', 'EN_ROUTE'], to: 'ARRIVED', event: 'UnitArrived' },
    { from: ['ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED'], to: 'WORKING', event: 'WorkStarted' },
    { from: ['ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING'], to: 'COMPLETED', event: 'FinalFeedbackGiven' },
    {
      from: ['ISSUED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING'],
      to: 'REASSIGNED',
      event: 'AssignmentReassigned',
    },
    {
      from: ['ISSUED', 'ACKNOWLEDGED', 'EN_ROUTE', 'ARRIVED', 'WORKING', 'DECLINE_REQUESTED'],
      to: 'RECALLED',
      event: 'AssignmentRecalled',
    },
  ],
});

export type AssignmentEvent = Parameters<typeof assignmentLifecycle.next>[1];
