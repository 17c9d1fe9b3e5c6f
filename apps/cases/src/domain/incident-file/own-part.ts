import type { FiledAssignment } from './filed-assignment.js';
import type { IncidentFile } from './incident-file.js';

/** What a unit that was released keeps: its own assignments, with the feedback that it gave itself. */
export class OwnPartView {
  view!: 'own_part';
  incidentId!: string;
  number!: string;
  receivedAt!: string;
  assignments!: FiledAssignment[];
}

/** The part of a unit that was released. */
export const ownPart = (file: IncidentFile, unitId: string | undefined): OwnPartView => ({
  view: 'own_part',
  incidentId: file.incidentId,
  number: file.number,
  receivedAt: file.receivedAt,
  assignments: ownAssignments(file, unitId),
});

/** The assignments of one unit. */
export const ownAssignments = ({ assignments }: IncidentFile, unitId: string | undefined): FiledAssignment[] =>
  assignments.filter(({ unit }) => unit.id === unitId);
