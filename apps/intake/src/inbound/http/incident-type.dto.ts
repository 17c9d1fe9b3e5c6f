import type { CaseKind, Discipline, Priority, SlaProfile, TypeKind } from '#contracts';
import { BilingualView } from './texts.dto.js';

/** Which disciplines respond at once (the first leads) and which are told. */
export class PlanView {
  id!: string;
  version!: number;
  atOnce!: Discipline[];
  inform!: Discipline[];
}

/** One field of a type's `details`, or of an element of a list there. */
export class DetailFieldView {
  /** Property name. */
  name!: string;
  type!: 'string' | 'integer' | 'boolean' | 'array';
  required!: boolean;
  label!: BilingualView;
  /** Allowed values, where they are few. */
  values?: string[];
  /** Fields of each element of an array. */
  items?: DetailFieldView[];
}

/** A type of incident or service request. Grading and plan are for staff only. */
export class IncidentTypeView {
  /** @example E101 */
  code!: string;
  /** @example property_theft */
  key!: string;
  name!: BilingualView;
  kind!: TypeKind;
  /** What whoever takes the call tells the caller to do until help comes. */
  advice!: BilingualView;
  /** Absent where the type opens no case. */
  caseKind?: CaseKind;
  /** Only a named safe contact of the enterprise is told anything. */
  restricted!: boolean;
  fields!: DetailFieldView[];
  /** Names of the fields that are asked first, in this order. @example ["transferredAt"] */
  ask!: string[];
  /** Priority before the triage rules. */
  priority?: Priority;
  slaProfile?: SlaProfile;
  plan?: PlanView;
}

/** Every type there is, by code. */
export class IncidentTypeList {
  items!: IncidentTypeView[];
}
