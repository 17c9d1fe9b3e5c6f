import { defineRefusal } from '#domain-kit';

/** The incident is over. */
export const incidentOver = defineRefusal({
  code: 'incident.over',
  kind: 'conflict',
  zh: '警情已结束（{state}），不能{act}',
  en: 'The incident is over ({state}): cannot {act}',
});

/** 409: nothing of it is held, or somebody released it already. */
export const incidentNotHeld = defineRefusal({
  code: 'incident.not-held',
  kind: 'conflict',
  zh: '该警情没有待核对的内容，或已经放行',
  en: 'Nothing of the incident is held, or it was released already',
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

/** 409: units of the police answered the dispatch; what they found is said by the lead, not by calling it off. */
export const incidentUnderWay = defineRefusal({
  code: 'incident.under-way',
  kind: 'conflict',
  zh: '警情现为“{state}”，已有警力签收，不能撤销；误报等情况由主办单位终结反馈后结警',
  en: 'The incident is {state}: units have taken it, so it cannot be cancelled. If it was false, the lead says so and it is closed',
});

/** 409: a case was opened for it; that ends by decisions about the case. */
export const incidentHasCase = defineRefusal({
  code: 'incident.has-case',
  kind: 'conflict',
  zh: '该警情已登记案件 {number}，不能撤销',
  en: 'Case {number} was opened for the incident: it cannot be cancelled',
});

/** Cancelling an urgent incident is the duty chief's. */
export const cancellingNeedsChief = defineRefusal({
  code: 'incident.cancelling-needs-chief',
  kind: 'forbidden',
  zh: '{priority} 警情只有值班长可以撤销',
  en: 'Only the duty chief may cancel a {priority} incident',
});
