import { progressOf, reportsOf } from '../../domain/incident-file/file-parts.js';
import { nextHoldRing } from '../../domain/incident-file/filed-hold.js';
import { leadAssignment, type IncidentFile } from '../../domain/incident-file/incident-file.js';
import { lawClockOf, nextLawRing } from '../../domain/law-clocks/ringing.js';
import type { IncidentFileRow } from './incident-file.tables.js';

/** The file that a row keeps: its documents, and what only columns hold. */
export function fileOf(row: IncidentFileRow): IncidentFile {
  const { id, number, receivedAt, priority, state, restricted, report, dispatch, progress } = row;
  return {
    ...report,
    ...progress,
    ...(dispatch && { dispatch }),
    incidentId: id,
    number,
    receivedAt: receivedAt.toISOString(),
    priority,
    state,
    restricted,
  };
}

/** What a row keeps of a file. */
export function columnsOf(file: IncidentFile) {
  const clock = lawClockOf(file);
  return {
    report: reportsOf(file),
    dispatch: file.dispatch,
    progress: progressOf(file),
    state: file.state,
    priority: file.priority,
    restricted: file.restricted,
    safeContact: file.safeContact?.account?.toLowerCase(),
    leadUnitId: leadAssignment(file)?.unit.id,
    caseKind: file.case?.kind,
    ringsAt: earlier(nextLawRing(file, clock)?.rings, nextHoldRing(file)?.rings),
    ringsFor: clock?.stage === undefined ? undefined : clock.waitsFor,
  };
}

const earlier = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other && other < one ? other : (one ?? other);
