import type { FileEventType } from './events/index.js';

/** The versions that a decision about an incident names, one per service that decides; both move with events only. */
export class FileVersions {
  /** For decisions of intake (regrade, cancel): its newest event that is in this file. */
  intake!: number;
  /** For decisions about the file (restrict, close) and its case: how often what they rest on has changed. */
  file!: number;
}

/**
 * Events that leave standing what somebody is deciding meanwhile: who was sent and how far they are, clocks, what units tell
 * on their way (what follows from it is an event of its own), and advice. Whatever is not in this list makes decisions about
 * the file stale.
 */
const MEANWHILE: ReadonlySet<string> = new Set<FileEventType>([
  'dispatch.planned.v1',
  'dispatch.replanned.v1',
  'dispatch.gap-filled.v1',
  'assignment.added.v1',
  'assignment.acknowledged.v1',
  'assignment.departed.v1',
  'assignment.arrived.v1',
  'assignment.work-started.v1',
  'assignment.feedback-given.v1',
  'assignment.decline-requested.v1',
  'assignment.decline-rejected.v1',
  'assignment.declined.v1',
  'assignment.recalled.v1',
  'clock.warned.v1',
  'clock.breached.v1',
  'case.clock-rang.v1',
  'incident.hold-overdue.v1',
  'advice.issued.v1',
]);

/** Whether decisions about the file that were begun before an event of this type are stale after it. */
export const makesStale = (type: string): boolean => !MEANWHILE.has(type);

/** The versions after one more event. */
export const versionsAfter = (
  { intake, file }: FileVersions,
  { source, type, sequence }: { readonly source: string; readonly type: string; readonly sequence: number },
): FileVersions => ({
  intake: source === 'intake' ? sequence : intake,
  file: makesStale(type) ? file + 1 : file,
});
