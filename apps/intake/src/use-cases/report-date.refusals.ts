import { defineRefusal } from '#domain-kit';

/** 422: the report claims to have come in after now. */
export const receivedInFuture = defineRefusal({
  code: 'report.received-in-future',
  kind: 'unprocessable',
  zh: '接报时间不能晚于现在',
  en: 'A report cannot have come in after now',
  pointer: '/receivedAt',
});

/** 422: the report came in too long ago to be entered. */
export const receivedTooEarly = defineRefusal({
  code: 'report.received-too-early',
  kind: 'unprocessable',
  zh: '接报时间最多早于现在 {days} 天',
  en: 'A report can be entered at most {days} days after it came in',
  pointer: '/receivedAt',
});

/** 422: this caller's reports come in when they are sent. */
export const receivedNotWanted = defineRefusal({
  code: 'report.received-not-wanted',
  kind: 'unprocessable',
  zh: '企业报警以提交时间为接报时间',
  en: 'The report of an enterprise comes in when it is sent',
  pointer: '/receivedAt',
});

/** 422: it cannot have ended before it began. */
export const occurredBackwards = defineRefusal({
  code: 'report.occurred-backwards',
  kind: 'unprocessable',
  zh: '发生时间的止早于起',
  en: 'It cannot have ended before it began',
  pointer: '/occurredTo',
});

/** 422: what is reported cannot happen later than now. */
export const occurredInFuture = defineRefusal({
  code: 'report.occurred-in-future',
  kind: 'unprocessable',
  zh: '发生时间不能晚于现在',
  en: 'It cannot have happened after now',
  pointer: '/occurredFrom',
});
