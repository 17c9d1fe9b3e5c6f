import { defineRefusal } from '#domain-kit';

export const assignmentNotFound = defineRefusal({
  code: 'assignment.not-found',
  kind: 'not-found',
  zh: '没有这个派警单',
  en: 'There is no such assignment',
});

export const assignmentWrongState = defineRefusal({
  code: 'assignment.wrong-state',
  kind: 'conflict',
  zh: '派警单现为“{state}”，不能{act}',
  en: 'The assignment is {state}: cannot {act}',
});

export const timeOutOfRange = defineRefusal({
  code: 'assignment.time-out-of-range',
  kind: 'unprocessable',
  zh: '时间须在派警之后、现在之前，且与其他环节的先后相符',
  en: 'The time must lie between the issue of the assignment and now, and fit the other steps of its way',
  pointer: '/occurredAt',
});

export const feedbackFirst = defineRefusal({
  code: 'assignment.feedback-first',
  kind: 'conflict',
  zh: '请先反馈现场情况，再作终结反馈',
  en: 'Give feedback first, then the final feedback',
});

export const outcomeRequired = defineRefusal({
  code: 'assignment.outcome-required',
  kind: 'unprocessable',
  zh: '主办单位的终结反馈须注明处理结果',
  en: 'The final feedback of the lead names the outcome',
  pointer: '/outcome',
});

export const outcomeOnlyFromLead = defineRefusal({
  code: 'assignment.outcome-only-from-lead',
  kind: 'unprocessable',
  zh: '处理结果由主办单位填写',
  en: 'Only the lead names the outcome',
  pointer: '/outcome',
});

export const assistsStillActive = defineRefusal({
  code: 'assignment.assists-active',
  kind: 'conflict',
  zh: '协办单位尚未完成：{units}；可一并撤回',
  en: 'Assisting units are still active: {units}; you may release them with it',
});

export const leadWithoutSuccessor = defineRefusal({
  code: 'assignment.lead-without-successor',
  kind: 'conflict',
  zh: '主办单位退单须先有接手单位：{discipline} 无人可派，也没有其他在办警力。请先增派再批准',
  en: 'A lead is released once somebody takes over: no {discipline} unit can be sent and no other police unit is on the incident. Send reinforcement first',
});

export const dispatchNotFound = defineRefusal({
  code: 'dispatch.not-found',
  kind: 'not-found',
  zh: '没有这个警情的派警记录',
  en: 'There is no dispatch for this incident',
});

export const dispatchOver = defineRefusal({
  code: 'dispatch.over',
  kind: 'conflict',
  zh: '警情现为“{state}”，不能再派警',
  en: 'The incident is {state}: no more units can be sent',
});

/** 409: a call taker has to release the incident before anybody is sent. */
export const dispatchHeld = defineRefusal({
  code: 'dispatch.held',
  kind: 'conflict',
  zh: '警情待接警员核对，放行后才能派警',
  en: 'A call taker has to release the incident before units are sent',
});

export const nobodyAvailable = defineRefusal({
  code: 'dispatch.nobody-available',
  kind: 'conflict',
  zh: '{discipline}：{reason}',
  en: '{discipline}: {reason}',
});

export const unitNotFound = defineRefusal({
  code: 'unit.not-found',
  kind: 'not-found',
  zh: '没有这个单位',
  en: 'There is no such unit',
});

/** 403: a partner tells of its own task; suspects and suspicions are the police's. */
export const policeOnly = defineRefusal({
  code: 'assignment.police-only',
  kind: 'forbidden',
  zh: '联动单位只反馈本单位任务，抓获和内部人员情况由公安单位反馈',
  en: 'A partner reports on its own task; arrests and suspicions are reported by police units',
});

export const capacityInUse = defineRefusal({
  code: 'unit.capacity-in-use',
  kind: 'conflict',
  zh: '该单位正在承办的派警占到第 {place} 个名额，上限不能更小',
  en: 'The unit holds an assignment in place {place}; its capacity cannot be smaller',
  pointer: '/capacity',
});
