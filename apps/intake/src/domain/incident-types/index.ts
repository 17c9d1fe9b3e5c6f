import { propertyTheft } from './e101-property-theft.js';
import { insiderTheft } from './e102-insider-theft.js';
import { robbery } from './e103-robbery.js';
import { telecomFraud } from './e104-telecom-fraud.js';
import { contractFraud } from './e105-contract-fraud.js';
import { embezzlement } from './e106-embezzlement.js';
import { commercialBribery } from './e107-commercial-bribery.js';
import { tradeSecret } from './e108-trade-secret.js';
import { counterfeiting } from './e109-counterfeiting.js';
import { extortionCoercion } from './e110-extortion-coercion.js';
import { cyberAttack } from './e111-cyber-attack.js';
import { dataBreach } from './e112-data-breach.js';
import { sabotage } from './e113-sabotage.js';
import { bidRiggingShamSuit } from './e114-bid-rigging-sham-suit.js';
import { onlineDefamation } from './e115-online-defamation.js';
import { bombArsonThreat } from './e116-bomb-arson-threat.js';
import { abductionDetentionInjury } from './e117-abduction-detention-injury.js';
import { gateBlockade } from './e201-gate-blockade.js';
import { constructionObstruction } from './e202-construction-obstruction.js';
import { fight } from './e203-fight.js';
import { harassment } from './e204-harassment.js';
import { hazmatLoss } from './e205-hazmat-loss.js';
import { trafficAccident } from './e301-traffic-accident.js';
import { freightCongestion } from './e302-freight-congestion.js';
import { fire } from './e401-fire.js';
import { personalEmergency } from './e501-personal-emergency.js';
import { labourDispute } from './e601-labour-dispute.js';
import { commercialDispute } from './e602-commercial-dispute.js';
import { projectDispute } from './e603-project-dispute.js';
import { consumerDispute } from './e604-consumer-dispute.js';
import { massIncident } from './e701-mass-incident.js';
import { workAccident } from './e801-work-accident.js';
import { hazmatLeak } from './e802-hazmat-leak.js';
import { tipOff } from './e901-tip-off.js';
import { policeComplaint } from './e902-police-complaint.js';
import { other } from './e999-other.js';
import { escort } from './f01-escort.js';
import { pass } from './f02-pass.js';
import { expeditedApproval } from './f03-expedited-approval.js';
import { securityGuidance } from './f04-security-guidance.js';
import { safetyCheck } from './f05-safety-check.js';
import { exitEntry } from './f06-exit-entry.js';
import { mediation } from './f07-mediation.js';
import { cyberGuidance } from './f08-cyber-guidance.js';
import { training } from './f09-training.js';
import { suggestion } from './f10-suggestion.js';
import type { IncidentType } from './incident-type.js';

/** Every type there is, by code. Adding one: a file beside this one, a line here. */
export const INCIDENT_TYPES: readonly IncidentType[] = [
  propertyTheft,
  insiderTheft,
  robbery,
  telecomFraud,
  contractFraud,
  embezzlement,
  commercialBribery,
  tradeSecret,
  counterfeiting,
  extortionCoercion,
  cyberAttack,
  dataBreach,
  sabotage,
  bidRiggingShamSuit,
  onlineDefamation,
  bombArsonThreat,
  abductionDetentionInjury,
  gateBlockade,
  constructionObstruction,
  fight,
  harassment,
  hazmatLoss,
  trafficAccident,
  freightCongestion,
  fire,
  personalEmergency,
  labourDispute,
  commercialDispute,
  projectDispute,
  consumerDispute,
  massIncident,
  workAccident,
  hazmatLeak,
  tipOff,
  policeComplaint,
  other,
  escort,
  pass,
  expeditedApproval,
  securityGuidance,
  safetyCheck,
  exitEntry,
  mediation,
  cyberGuidance,
  training,
  suggestion,
];

const byCode = new Map(INCIDENT_TYPES.map((type) => [type.code, type]));

/** The type with this code. */
export const incidentType = (code: string): IncidentType | undefined => byCode.get(code);

export type { FieldSpec } from './fields.js';
export type { IncidentType } from './incident-type.js';
export { GROUP_NAMES } from './type-groups.js';
