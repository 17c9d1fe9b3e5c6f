import { DispatchPlanned } from '#contracts';
import { issued } from '../assignment-change.js';
import { stateAfter } from '../incident-states.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** The dispatch decision: every assignment, every candidate with its reason, every gap. */
export const dispatchPlanned = defineFileEvent({
  event: DispatchPlanned,
  apply: (file, { plannedAt, plan, slots, informed, assignments, dispatchState }) => ({
    ...file,
    state: stateAfter(file.state, dispatchState),
    dispatch: { plannedAt, plan, slots, informed },
    assignments: [...file.assignments, ...assignments.map((assignment) => issued(assignment))],
  }),
  at: ({ plannedAt }) => plannedAt,
  text: ({ assignments, slots, informed, leadMissing }) => {
    if (slots.length === 0) {
      const told = informed.flatMap(({ unit }) => unit?.name ?? []);
      return told.length > 0
        ? text(`未派警，已知会 ${told.join('、')}`, `Nobody sent; informed: ${told.join(', ')}`)
        : text('未派警，无可知会单位', 'Nobody sent, and nobody there to be informed');
    }
    const gaps = slots.filter(({ assignmentId }) => assignmentId === undefined).length;
    const names = assignments.map(({ unit }) => unit.name).join('、');
    const missing = gaps > 0 ? text(`，${gaps} 个警种暂无可派单位`, `; ${gaps} slot(s) without a unit`) : text('', '');
    if (assignments.length === 0) return text(`暂无可派单位${missing.zh}`, `No unit available${missing.en}`);
    const lead = leadMissing ? text('；没有主办单位', '; nobody leads') : text('', '');
    return text(`同步派警：${names}${missing.zh}${lead.zh}`, `Dispatched at once: ${names}${missing.en}${lead.en}`);
  },
  seenBy: POLICE,
});
