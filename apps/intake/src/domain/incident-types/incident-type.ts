import {
  isPartner,
  type CaseKind,
  type DangerFlag,
  type Discipline,
  type PlanFact,
  type Priority,
  type SlaProfile,
  type TypeGroup,
  type TypeKind,
} from '#contracts';
import type { Texts } from '#domain-kit';
import type { ApcoCode } from './apco.js';
import { fieldsOf, type DetailsClass, type FieldSpec } from './fields.js';

/** What an escalation of a type may look at. */
export interface TypeFacts {
  readonly flags: readonly DangerFlag[];
  readonly injured: number;
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
  /** Where an enterprise finds it. */
  readonly group: TypeGroup;
  /** The nearest common incident type of the APCO list; absent where none is near. */
  readonly apco?: ApcoCode;
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
  /** The fields among them that are to be known before it is handled. */
  readonly complete?: readonly string[];
  /** What callers say when it is this type, each with how strongly it points here: 1 hardly, 8 beyond doubt. */
  readonly words?: Readonly<Record<string, number>>;
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
  readonly complete: readonly string[];
  readonly words: Readonly<Record<string, number>>;
}

/** Whether each name is one of a field that forms show, once. */
const areFields = (names: readonly string[], fields: readonly FieldSpec[]): boolean =>
  new Set(names).size === names.length &&
  names.every((asked) => fields.some(({ name, former }) => name === asked && !former));

/** What is wrong with a plan, if anything is. */
function planFault({ atOnce, inform }: TypeDefinition['plan']): string | undefined {
  const [lead] = atOnce;
  if (lead === undefined) return 'nobody responds';
  if (new Set([...atOnce, ...inform]).size < atOnce.length + inform.length) return 'a discipline is named twice';
  return isPartner(lead) ? 'a partner cannot lead' : undefined;
}

/** What is wrong with what is asked and what has to be known, if anything is. */
function ringFault({ ask = [], complete = [], details }: TypeDefinition): string | undefined {
  const fields = fieldsOf(details);
  if (!areFields(ask, fields) || ask.length > MOST_ASKED)
    return 'it asks for what it has no field for, or for too much';
  return areFields(complete, fields) ? undefined : 'it is complete only with what it has no field for';
}

/** Completes and checks a definition; a faulty one stops the process at its start. */
export function defineIncidentType(definition: TypeDefinition): IncidentType {
  const { code, plan, kind, restricted = false, escalations = [], ask = [], complete = [], words = {} } = definition;
  const fits = (kind === 'service' ? /^F\d{2}$/ : /^E\d{3}$/).test(code);
  const fault = fits ? (planFault(plan) ?? ringFault(definition)) : 'the code does not fit its kind';
  if (fault !== undefined) throw new Error(`Incident type ${code}: ${fault}`);
  return {
    ...definition,
    restricted,
    escalations,
    plan: { id: code, version: plan.version, atOnce: [...plan.atOnce], inform: [...plan.inform] },
    fields: fieldsOf(definition.details),
    ask,
    complete,
    words,
  };
}
