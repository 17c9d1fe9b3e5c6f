import { defineRefusal, MINUTE } from '#domain-kit';

/** Clocks of people's devices may be ahead of ours by this much. */
const TOLERANCE_MS = MINUTE;

/** 422: nothing can be reported before it happened. */
export const inFuture = defineRefusal({
  code: 'time.in-future',
  kind: 'unprocessable',
  zh: '发生时间不能晚于现在',
  en: 'The time of occurrence lies in the future',
  pointer: '/occurredAt',
});

/** 422: an act cannot precede what it belongs to. */
export const beforeReport = defineRefusal({
  code: 'time.before-report',
  kind: 'unprocessable',
  zh: '发生时间不能早于报警时间',
  en: 'The time of occurrence lies before the report',
  pointer: '/occurredAt',
});

/**
 * When something happened: as stated (a thing may be entered hours later), else now. Refused when it lies after now (one
 * minute of tolerance) or before the report of the incident.
 */
export function happenedAt(stated: string | undefined, now: Date, receivedAt: string): Date {
  if (stated === undefined) return now;
  const at = new Date(stated);
  if (at.getTime() > now.getTime() + TOLERANCE_MS) throw inFuture();
  if (at < new Date(receivedAt)) throw beforeReport();
  return at;
}
