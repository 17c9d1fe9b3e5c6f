import { instantOf } from '../time/zone';
import type { Schemas } from './client';
import { isFen } from './detail-field';

type DetailField = Schemas['DetailFieldView'];

/** The fields of a type as typed, by name; of a list, its rows. */
export interface TypedDetails {
  [name: string]: string | boolean | TypedDetails[];
}
type Typed = TypedDetails[string] | undefined;

const isInstant = ({ name }: DetailField): boolean => name.endsWith('At');

/** The input that suits a field of a type's details. */
export function inputOf(field: DetailField): 'rows' | 'check' | 'select' | 'number' | 'instant' | 'text' {
  if (field.type === 'array') return 'rows';
  if (field.type === 'boolean') return 'check';
  if (field.choices) return 'select';
  if (field.type === 'integer') return 'number';
  return isInstant(field) ? 'instant' : 'text';
}

/** The rows of a list as typed. */
export const rowsOf = (typed: Typed): TypedDetails[] => (Array.isArray(typed) ? typed : []);

/** Fields in the order in which they are asked: first those that come first, then the others; none of former reports. */
export function inAskedOrder({ fields, ask }: Pick<Schemas['IncidentTypeView'], 'fields' | 'ask'>): DetailField[] {
  const place = ({ name }: DetailField): number => (ask.includes(name) ? ask.indexOf(name) : ask.length);
  return fields.filter(({ former }) => !former).sort((a, b) => place(a) - place(b));
}

/** The fields that are to be known before the incident is handled, and are not; what was told in former fields is known. */
export function missingIn(
  { fields, complete }: Pick<Schemas['IncidentTypeView'], 'fields' | 'complete'>,
  details: Readonly<Record<string, unknown>>,
): DetailField[] {
  if (fields.some(({ name, former }) => former && details[name] !== undefined)) return [];
  return fields.filter(({ name }) => complete.includes(name) && (details[name] ?? '') === '');
}

/** What the picker gives is the centre's time; what is no time stays, for the server to refuse by name. */
function timeOf(typed: string): string {
  const instant = instantOf(typed);
  return Number.isNaN(instant) ? typed : new Date(instant).toISOString();
}

function valueOf(field: DetailField, typed: Typed): unknown {
  if (field.type === 'array') return listOf(field, rowsOf(typed));
  if (typed === undefined || typed === '' || typed === false || Array.isArray(typed)) return undefined;
  if (typed === true) return true;
  if (field.type === 'integer') return Math.round(Number(typed) * (isFen(field) ? 100 : 1));
  return isInstant(field) ? timeOf(typed) : typed;
}

function listOf({ items = [] }: DetailField, rows: readonly TypedDetails[]): unknown {
  const told = rows.map((row) => detailsOf(items, row)).filter((row) => Object.keys(row).length > 0);
  return told.length === 0 ? undefined : told;
}

/** The fields of a type as they are sent: nothing empty among them, no row that says nothing. An amount that is none is `NaN`. */
export const detailsOf = (fields: readonly DetailField[], typed: TypedDetails): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [field.name, valueOf(field, typed[field.name])]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;

/** Whether every number among what is sent is one. */
export function areNumbers(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(areNumbers);
  return !Number.isNaN(value);
}
