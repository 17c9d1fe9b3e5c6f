import { Injectable } from '@nestjs/common';
import { DAY } from '#domain-kit';
import { Clock, type Caller } from '#platform';
import { IntakeConfig } from '../intake.config.js';
import type { ReportToFile } from './admitted-report.js';
import {
  occurredBackwards,
  occurredInFuture,
  receivedInFuture,
  receivedNotWanted,
  receivedTooEarly,
} from './report-date.refusals.js';
import { isLimited } from './way-in.js';

/** Milliseconds by which another clock may be ahead of ours. */
const CLOCK_TOLERANCE_MS = 60_000;

/** The moments of a report. */
export interface ReportTimes {
  /** Now. */
  readonly recordedAt: Date;
  readonly receivedAt: Date;
  /** The latest moment that a clock which is ahead of ours may call now. */
  readonly latest: Date;
  /** When it happened, ISO 8601, UTC. */
  readonly span: { occurredFrom?: string; occurredTo?: string };
}

/** Finds out when a report came in, and when what it tells happened. */
@Injectable()
export class DateReport {
  constructor(
    private readonly clock: Clock,
    private readonly config: IntakeConfig,
  ) {}

  /** Throws 422 for what cannot be: the future, a report from too long ago, an end before its beginning. */
  run(report: ReportToFile, caller: Caller): ReportTimes {
    const now = this.clock.now();
    return {
      recordedAt: now,
      receivedAt: this.receivedAt(report, caller, now),
      latest: new Date(now.getTime() + CLOCK_TOLERANCE_MS),
      span: occurredSpan(report, now),
    };
  }

  /**
   * As stated, at most `lateEntryDays` back, else now. Only who enters what came in before may state it, and machines, which
   * repeat what they could not send: the report of an enterprise comes in when it is sent.
   */
  private receivedAt({ receivedAt }: ReportToFile, caller: Caller, now: Date): Date {
    if (receivedAt === undefined) return now;
    if (isLimited(caller)) throw receivedNotWanted();
    const { lateEntryDays } = this.config;
    const stated = new Date(receivedAt);
    if (stated.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) throw receivedInFuture();
    if (stated.getTime() < now.getTime() - lateEntryDays * DAY) throw receivedTooEarly({ days: lateEntryDays });
    return stated < now ? stated : now;
  }
}

function occurredSpan(report: ReportToFile, now: Date): ReportTimes['span'] {
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
