import type { EnterpriseFact } from '#contracts';
import { incidentType, type IncidentType } from '../domain/incident-types/index.js';
import type { KnownFacts } from '../domain/triage/known-facts.js';
import type { TriageFacts } from '../domain/triage/triage-rules.js';
import type { GradedFacts, IncidentRow } from '../outbound/database/incident.table.js';
import type { ReportFacts } from '../outbound/database/report.table.js';
import { unknownType } from './report.refusals.js';

/** The type of a stored incident. */
export function typeOf({ typeCode }: Pick<IncidentRow, 'typeCode'>): IncidentType {
  const type = incidentType(typeCode);
  if (!type) throw unknownType();
  return type;
}

/** What triage looks at of a stored incident. */
export const triageFacts = (incident: IncidentRow, facts: GradedFacts): TriageFacts => ({
  ...facts,
  type: typeOf(incident),
  receivedAt: new Date(facts.toldAt),
  ...enterpriseOf(incident),
});

/** The enterprise that an incident is about, as its columns hold it. */
export const enterpriseOf = ({ enterpriseId, enterpriseName }: IncidentRow): { enterprise?: EnterpriseFact } =>
  enterpriseName === undefined
    ? {}
    : { enterprise: { name: enterpriseName, ...(enterpriseId !== undefined && { id: enterpriseId }) } };

/** What a report of a type tells of an incident; the fields of another type stay with the report that told them. */
export const factsFor = (
  { typeCode }: IncidentRow,
  code: string,
  { flags, crowd, injured, estimatedLossFen, occurredFrom, occurredTo, details }: ReportFacts,
): Partial<KnownFacts> => ({
  flags,
  crowd,
  injured,
  estimatedLossFen,
  ...(occurredFrom !== undefined && { occurredFrom }),
  ...(occurredTo !== undefined && { occurredTo }),
  ...(code === typeCode && { details }),
});
