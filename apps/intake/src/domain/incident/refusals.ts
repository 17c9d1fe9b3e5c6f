import { defineRefusal } from '#domain-kit';

/** The incident is over. */
export const incidentOver = defineRefusal({
  code: 'incident.over',
  kind: 'conflict',
  zh: '警情已结束（{state}），不能{act}',
  en: 'The incident is over ({state}): cannot {act}',
});

/** Lowering a priority is the duty chief's. */
export const loweringNeedsChief = defineRefusal({
  code: 'incident.lowering-needs-chief',
  kind: 'forbidden',
  zh: '只有值班长可以降低等级',
  en: 'Only the duty chief may lower a priority',
  pointer: '/priority',
});

/** It has this priority already. */
export const samePriority = defineRefusal({
  code: 'incident.same-priority',
  kind: 'conflict',
  zh: '警情等级已经是 {priority}',
  en: 'The priority is {priority} already',
  pointer: '/priority',
});

/** Cancelling an urgent incident is the duty chief's. */
export const cancellingNeedsChief = defineRefusal({
  code: 'incident.cancelling-needs-chief',
  kind: 'forbidden',
  zh: '{priority} 警情只有值班长可以撤销',
  en: 'Only the duty chief may cancel a {priority} incident',
});
