import { propertyTheft } from './e101-property-theft.js';
import { insiderTheft } from './e102-insider-theft.js';
import { telecomFraud } from './e104-telecom-fraud.js';
import { tradeSecret } from './e108-trade-secret.js';
import { gateBlockade } from './e201-gate-blockade.js';
import { escort } from './f01-escort.js';
import type { IncidentType } from './incident-type.js';

/** Every type there is, by code. Adding one: a file beside this one, a line here. */
export const INCIDENT_TYPES: readonly IncidentType[] = [
  propertyTheft,
  insiderTheft,
  telecomFraud,
  tradeSecret,
  gateBlockade,
  escort,
];

const byCode = new Map(INCIDENT_TYPES.map((type) => [type.code, type]));

/** The type with this code. */
export const incidentType = (code: string): IncidentType | undefined => byCode.get(code);

export type { FieldSpec } from './fields.js';
export type { IncidentType } from './incident-type.js';
