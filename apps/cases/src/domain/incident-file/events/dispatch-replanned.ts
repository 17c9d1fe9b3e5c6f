import { DispatchReplanned } from '#contracts';
import { issued, withSlot } from '../assignment-change.js';
import { stateAfter } from '../incident-states.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** What a running dispatch was asked for in addition, and the clocks that were set anew. */
export const dispatchReplanned = defineFileEvent({
  event: DispatchReplanned,
  apply: (file, { plan, slots, informed, assignments, retimed, dispatchState }) => {
    const due = new Map(retimed.map(({ assignmentId, acknowledgeBy }) => [assignmentId, acknowledgeBy]));
    const before = file.assignments.map((one) => ({
      ...one,
      acknowledgeBy: due.get(one.assignmentId) ?? one.acknowledgeBy,
    }));
    return {
      ...file,
      state: stateAfter(file.state, dispatchState),
      ...(file.dispatch && {
        dispatch: { ...file.dispatch, plan, informed, slots: slots.reduce(withSlot, file.dispatch.slots) },
      }),
      assignments: [...before, ...assignments.map((assignment) => issued(assignment))],
    };
  },
  at: ({ occurredAt }) => occurredAt,
  text: ({ assignments, slots, newlyInformed = [], retimed, leadMissing }) => {
    const open = slots.filter(({ assignmentId }) => assignmentId === undefined).map(({ discipline }) => discipline);
    const told = newlyInformed.flatMap(({ unit }) => unit?.name ?? []);
    const parts = [
      assignments.length > 0 &&
        text(
          `加派 ${assignments.map(({ unit }) => unit.name).join('、')}`,
          `sent in addition: ${assignments.map(({ unit }) => unit.name).join(', ')}`,
        ),
      open.length > 0 && text(`${open.join('、')} 暂无可派单位`, `nobody to send: ${open.join(', ')}`),
      told.length > 0 && text(`知会 ${told.join('、')}`, `informed: ${told.join(', ')}`),
      retimed.length > 0 &&
        text(`${retimed.length} 个签收时限重新计算`, `${retimed.length} acknowledgement limit(s) set anew`),
      leadMissing === true && text('没有主办单位', 'nobody leads'),
    ].filter((part) => part !== false);
    return text(
      `调整派警：${parts.map(({ zh }) => zh).join('；')}`,
      `Plan changed: ${parts.map(({ en }) => en).join('; ')}`,
    );
  },
  seenBy: POLICE,
});
