import { instantOf } from '../time/zone';
import type { Schemas } from './client';
import { isFen } from './detail-field';

type DetailField = Schemas['DetailFieldView'];

/** The fields of a type as typed, by name. */
export type TypedDetails = Record<string, string | boolean>;

const isInstant = ({ name }: DetailField): boolean => name.endsWith('At');

/** The input that suits a field of a type's details; lists are left to the units, who fill them on the scene. */
export function inputOf(field: DetailField): 'check' | 'select' | 'number' | 'instant' | 'text' | undefined {
  if (field.type === 'array') return undefined;
  if (field.type === 'boolean') return 'check';
  if (field.values) return 'select';
  if (field.type === 'integer') return 'number';
  return isInstant(field) ? 'instant' : 'text';
}

/** What the picker gives is the centre's time; what is no time stays, for the server to refuse by name. */
function timeOf(typed: string): string {
  const instant = instantOf(typed);
  return Number.isNaN(instant) ? typed : new Date(instant).toISOString();
}

function valueOf(field: DetailField, typed: string | boolean | undefined): unknown {
  if (typed === undefined || typed === '' || typed === false) return undefined;
  if (typed === true) return true;
  if (field.type === 'integer') return Math.round(Number(typed) * (isFen(field) ? 100 : 1));
  return isInstant(field) ? timeOf(typed) : typed;
}

/** The fields of a type as they are sent: nothing empty among them. An amount that is none is `NaN`. */
export const detailsOf = (fields: readonly DetailField[], typed: TypedDetails): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [field.name, valueOf(field, typed[field.name])]).filter(([, value]) => value !== undefined),
  ) as Record<string, unknown>;
