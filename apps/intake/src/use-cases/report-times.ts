import { DAY } from '#domain-kit';
import type { ReportToFile } from './admitted-report.js';
import { occurredBackwards, occurredInFuture, receivedInFuture, receivedTooEarly } from './report.refusals.js';

/** Milliseconds by which another clock may be ahead of ours. */
const CLOCK_TOLERANCE_MS = 60_000;

/** When the report came in: as stated, at most `lateEntryDays` back, else now. Throws 422. */
export function receivedAtOf(report: ReportToFile, now: Date, lateEntryDays: number): Date {
  if (report.receivedAt === undefined) return now;
  const stated = new Date(report.receivedAt);
  if (stated.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) throw receivedInFuture();
  if (stated.getTime() < now.getTime() - lateEntryDays * DAY) throw receivedTooEarly({ days: lateEntryDays });
  return stated < now ? stated : now;
}

/** The span in which it happened, as UTC instants; checked against itself and now. Throws 422. */
export function occurredSpan(report: ReportToFile, now: Date): { occurredFrom?: string; occurredTo?: string } {
  const occurredFrom = instant(report.occurredFrom, now, '/occurredFrom');
  const occurredTo = instant(report.occurredTo, now, '/occurredTo');
  if (occurredFrom !== undefined && occurredTo !== undefined && occurredTo < occurredFrom) throw occurredBackwards();
  return { ...(occurredFrom !== undefined && { occurredFrom }), ...(occurredTo !== undefined && { occurredTo }) };
}

function instant(text: string | undefined, now: Date, pointer: string): string | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (at.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) throw occurredInFuture({}, pointer);
  return at.toISOString();
}
