import { mapObjects } from './stable.mjs';

const PREFIX = '#/components/schemas/';

/** The vocabularies that documents name, each under the name of its type. */
export const vocabularies = (contracts) => ({
  AdviceCategory: contracts.ADVICE_CATEGORIES,
  AssignmentRole: contracts.ASSIGNMENT_ROLES,
  AssignmentState: contracts.ASSIGNMENT_STATES,
  CancelReason: contracts.CANCEL_REASONS,
  CaseKind: contracts.CASE_KINDS,
  CaseState: contracts.CASE_STATES,
  Channel: contracts.CHANNELS,
  ClockStep: contracts.CLOCK_STEPS,
  DangerFlag: contracts.DANGER_FLAGS,
  DeclineReason: contracts.DECLINE_REASONS,
  Discipline: contracts.DISCIPLINES,
  DutyState: contracts.DUTY_STATES,
  Escalation: contracts.ESCALATIONS,
  FileStage: contracts.FILE_STAGES,
  GrowingFact: contracts.GROWING_FACTS,
  HoldReason: contracts.HOLD_REASONS,
  IncidentState: contracts.INCIDENT_STATES,
  LawClockKind: contracts.LAW_CLOCKS,
  LawClockWait: contracts.LAW_CLOCK_WAITS,
  LedgerKind: contracts.LEDGER_KINDS,
  NoPhoneReason: contracts.NO_PHONE_REASONS,
  Outcome: contracts.OUTCOMES,
  PlacePrecision: contracts.PLACE_PRECISIONS,
  Priority: contracts.PRIORITIES,
  ProposalState: contracts.PROPOSAL_STATES,
  ProposalWait: contracts.PROPOSAL_WAITS,
  ProposedAct: contracts.PROPOSED_ACTS,
  Role: contracts.ROLES,
  SlaProfile: contracts.SLA_PROFILES,

  SuspectState: contracts.SUSPECT_STATES,
  TypeGroup: contracts.TYPE_GROUPS,
  TypeKind: contracts.TYPE_KINDS,
  Zone: contracts.ZONES,
});

const keyOf = (values) => JSON.stringify([...values].sort());

/**
 * Puts a reference in the place of every list of words that is a vocabulary, and of every union that has a title, so that
 * readers and generated clients have one type for each. Answers the changed value and the schemas that it now refers to.
 */
export function nameTypes(value, words) {
  const names = new Map(Object.entries(words).map(([name, values]) => [keyOf(values), name]));
  const schemas = {};
  const named = mapObjects(value, (schema) => {
    if (schema.oneOf && schema.title) {
      schemas[schema.title] = schema;
      return { $ref: `${PREFIX}${schema.title}` };
    }
    const name = Array.isArray(schema.enum) ? names.get(keyOf(schema.enum)) : undefined;
    if (name === undefined) return schema;
    const { type, enum: _listed, title: _title, ...said } = schema;
    schemas[name] = { title: name, type: type ?? 'string', enum: [...words[name]] };
    const reference = { $ref: `${PREFIX}${name}` };
    return Object.keys(said).length === 0 ? reference : { ...said, allOf: [reference] };
  });
  return { named, schemas };
}
