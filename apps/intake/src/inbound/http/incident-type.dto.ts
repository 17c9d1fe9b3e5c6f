import {
  Line,
  type CaseKind,
  type Discipline,
  type Priority,
  type SlaProfile,
  type TypeGroup,
  type TypeKind,
} from '#contracts';
import { BilingualView } from './texts.dto.js';

/** Which disciplines respond at once (the first leads) and which are told. */
export class PlanView {
  id!: string;
  version!: number;
  atOnce!: Discipline[];
  inform!: Discipline[];
}

/** A value of a field with few of them, and what people call it. */
export class ChoiceView {
  value!: string;
  name!: BilingualView;
}

/** One field of a type's `details`, or of an element of a list there. */
export class DetailFieldView {
  /** Property name. */
  name!: string;
  type!: 'string' | 'integer' | 'boolean' | 'array';
  required!: boolean;
  label!: BilingualView;
  /** Allowed values, where they are few. */
  choices?: ChoiceView[];
  /** What whoever takes the call tells the caller when asking for it. */
  advice?: BilingualView;
  /** Earlier reports told it: it may be shown and sent, and is not asked for. */
  former?: true;
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
  /** Key of the group in which enterprises find it. @example property */
  group!: TypeGroup;
  /** Nearest code of the APCO list of common incident types; absent where none is near. @example LARCENY */
  apco?: string;
  /** What whoever takes the call tells the caller to do until help comes. */
  advice!: BilingualView;
  /** Absent where the type opens no case. */
  caseKind?: CaseKind;
  /** Only a named safe contact of the enterprise is told anything. */
  restricted!: boolean;
  fields!: DetailFieldView[];
  /** Names of the fields that are asked first, in this order. @example ["transferredAt"] */
  ask!: string[];
  /** Names of the fields that are to be known before it is handled. @example ["items"] */
  complete!: string[];
  /** Priority before the triage rules. */
  priority?: Priority;
  slaProfile?: SlaProfile;
  plan?: PlanView;
}

/** A group of types, in plain words. */
export class TypeGroupView {
  key!: TypeGroup;
  name!: BilingualView;
}

/** Every type there is, by code, and the groups that enterprises choose from, in their order. */
export class IncidentTypeList {
  groups!: TypeGroupView[];
  items!: IncidentTypeView[];
}

/** What a caller said so far, in one line. */
export class SuggestionQuery {
  /** @example 仓库门锁被撬，铜料不见了 */
  @Line(500)
  text!: string;
}

/** A type that the words of a caller point to. */
export class SuggestionView {
  /** @example E101 */
  code!: string;
  name!: BilingualView;
  /** The words that led there, the strongest first. @example ["撬"] */
  words!: string[];
}

/** At most three types, the likeliest first. */
export class SuggestionList {
  items!: SuggestionView[];
}
