import { defineRefusal } from '#domain-kit';
import type { CaseRecord } from './case-view.js';
import { asksInTime, MOST_RECONSIDERATIONS } from './filing-rules.js';

/** 422: whether somebody asks in time is counted from when the notice reached them. */
export const servedMissing = defineRefusal({
  code: 'case.served-missing',
  kind: 'unprocessable',
  zh: '请填写不予立案通知书送达时间',
  en: 'State when the notice of the refusal reached the enterprise',
  pointer: '/servedAt',
});

/** 409: asked too late (程序规定 art. 179: 7 days). */
export const askedTooLate = defineRefusal({
  code: 'case.asked-too-late',
  kind: 'conflict',
  zh: '超过收到通知书后七日的申请期限',
  en: 'It was asked for more than seven days after the notice arrived',
  pointer: '/servedAt',
});

/** 409: 复议 and 复核 are over; there is no third. */
export const reconsideredTwice = defineRefusal({
  code: 'case.reconsidered-twice',
  kind: 'conflict',
  zh: '已经复议、复核，不能再次申请',
  en: 'It was reconsidered and reviewed; it cannot be asked for again',
});

/** Checks that the enterprise may still ask; answers how often it has asked then. Throws the refusals of this file. */
export function requireReconsiderable(
  { state, reconsiderations: before = 0 }: Pick<CaseRecord, 'state' | 'reconsiderations'>,
  { servedAt, askedAt }: { servedAt?: string; askedAt: Date },
): number {
  if (state !== 'NOT_FILED') return before;
  if (before >= MOST_RECONSIDERATIONS) throw reconsideredTwice();
  if (servedAt === undefined) throw servedMissing();
  if (!asksInTime(new Date(servedAt), askedAt)) throw askedTooLate();
  return before + 1;
}
