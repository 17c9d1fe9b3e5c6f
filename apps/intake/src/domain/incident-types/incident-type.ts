import {
  isPartner,
  type CaseKind,
  type DangerFlag,
  type Discipline,
  type PlanFact,
  type Priority,
  type SlaProfile,
  type TypeKind,
} from '#contracts';
import type { Texts } from '#domain-kit';
import { fieldsOf, type DetailsClass, type FieldSpec } from './fields.js';

/** What an escalation of a type may look at. */
export interface TypeFacts {
  readonly flags: readonly DangerFlag[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly receivedAt: Date;
}

/** A rule of one type that raises the priority beyond the general rules. */
export interface Escalation {
  readonly rule: string;
  readonly to: Priority;
  readonly reason: Texts;
  readonly when: (facts: TypeFacts) => boolean;
}

/** A type of incident or service request, as its file writes it down. */
export interface TypeDefinition {
  /** E + digit of the 110 class + serial for incidents, F + serial for service requests. */
  readonly code: string;
  readonly key: string;
  readonly name: Texts;
  readonly kind: TypeKind;
  /** What the reporter is told to do until help comes: one short sentence, read out on the phone and sent with the receipt. */
  readonly advice: Texts;
  readonly priority: Priority;
  readonly slaProfile: SlaProfile;
  /** Absent where the type opens no case. */
  readonly caseKind?: CaseKind;
  /** Only a named safe contact of the enterprise is told anything. */
  readonly restricted?: boolean;
  readonly plan: {
    readonly version: number;
    readonly atOnce: readonly Discipline[];
    readonly inform: readonly Discipline[];
  };
  readonly escalations?: readonly Escalation[];
  /** Fields beyond the common ones; type and place are enough to dispatch, so they are optional. */
  readonly details: DetailsClass;
  /** The fields among them that are asked first, in this order: what decides whether help comes in time. At most five. */
  readonly ask?: readonly string[];
}

/** Fields that are asked before all others, at most. */
const MOST_ASKED = 5;

/** A type of incident or service request. */
export interface IncidentType extends TypeDefinition {
  readonly restricted: boolean;
  /** Its `id` is the type's code. */
  readonly plan: PlanFact;
  readonly escalations: readonly Escalation[];
  readonly fields: readonly FieldSpec[];
  readonly ask: readonly string[];
}

/** What is asked first; undefined where that is too much, or no field of the type. */
const askedOf = (ask: readonly string[] = [], fields: readonly FieldSpec[]): readonly string[] | undefined =>
  ask.length <= MOST_ASKED && ask.every((asked) => fields.some(({ name }) => name === asked)) ? ask : undefined;

/** Completes and checks a definition; a faulty one stops the process at its start. */
export function defineIncidentType(definition: TypeDefinition): IncidentType {
  const { code, plan, kind } = definition;
  const fault = (what: string) => new Error(`Incident type ${code}: ${what}`);
  if (!(kind === 'service' ? /^F\d{2}$/ : /^E\d{3}$/).test(code)) throw fault('the code does not fit its kind');
  const [lead] = plan.atOnce;
  if (lead === undefined) throw fault('nobody responds');
  if (new Set([...plan.atOnce, ...plan.inform]).size < plan.atOnce.length + plan.inform.length)
    throw fault('a discipline is named twice');
  if (isPartner(lead)) throw fault('a partner cannot lead');
  const fields = fieldsOf(definition.details);
  const ask = askedOf(definition.ask, fields);
  if (!ask) throw fault('it asks for what it has no field for, or for too much');
  return {
    ...definition,
    restricted: definition.restricted ?? false,
    escalations: definition.escalations ?? [],
    plan: { id: code, version: plan.version, atOnce: [...plan.atOnce], inform: [...plan.inform] },
    fields,
    ask,
  };
}
