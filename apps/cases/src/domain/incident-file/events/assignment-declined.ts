import { AssignmentDeclined } from '#contracts';
import { changeAssignment, decline, withSlot } from '../assignment-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The unit was released (退单): its slot may stay open, and somebody else may have to lead. */
export const assignmentDeclined = defineFileEvent({
  event: AssignmentDeclined,
  apply: (file, event) => {
    const { gap, newLead } = event;
    const left = decline(file, event);
    const slots = left.dispatch && gap ? withSlot(left.dispatch.slots, gap) : left.dispatch?.slots;
    const led = newLead ? changeAssignment(left, newLead.assignmentId, (one) => ({ ...one, role: 'lead' })) : left;
    const leads = slots?.map((slot) =>
      newLead && slot.assignmentId === newLead.assignmentId ? { ...slot, role: 'lead' as const } : slot,
    );
    return { ...led, ...(led.dispatch && leads && { dispatch: { ...led.dispatch, slots: leads } }) };
  },
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ unit, gap, newLead }) => {
    const open = gap ? text('，暂无单位接替', '; nobody could take over') : text('', '');
    const lead = newLead ? text(`，由 ${newLead.unit.name} 主办`, `; ${newLead.unit.name} leads now`) : text('', '');
    return text(`${unit.name} 已退单${open.zh}${lead.zh}`, `${unit.name} was released${open.en}${lead.en}`);
  },
  seenBy: POLICE,
});
