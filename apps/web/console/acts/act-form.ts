import type { ActHeader } from '../../kit/api/act';
import type { Basis } from '../../kit/decisions/basis';

/** One field of an act's form. */
export interface FormField {
  readonly name: string;
  /** Key of its label. */
  readonly label: string;
  readonly kind: 'select' | 'contact' | 'text' | 'line' | 'number' | 'check' | 'checks';
  /** Choices of `select` and `checks`: value and words. A `contact` is chosen among those of the incident's enterprise. */
  readonly options?: readonly (readonly [value: string, words: string])[];
  readonly required?: boolean;
  readonly maxLength?: number;
}

export type FormValues = Record<string, string | number | boolean | string[]>;

/** An act that needs words: its form, and how it is sent. */
export interface ActForm {
  /** Key of its title. */
  readonly title: string;
  readonly fields: readonly FormField[];
  /** What stands in the form at first; every field has a value. */
  readonly values: FormValues;
  /** What it decides on; absent where nothing is decided that somebody else may have decided meanwhile. */
  readonly basis?: Basis;
  send(values: FormValues, header: DecisionHeader): Promise<{ data?: unknown }>;
}

/** What an act sends along, and the version that it decides on: none where it has no basis. */
export interface DecisionHeader extends ActHeader {
  readonly 'If-Match': string;
}

/** The texts of a form, which nobody should have to type twice; choices are made anew each time, by what is then known. */
export const typedIn = ({ fields, values: first }: ActForm, values: FormValues = first): FormValues =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => (kind === 'text' || kind === 'line' ? [[name, values[name] ?? '']] : [])),
  );

/** Whether every required field is filled. */
export const isComplete = ({ fields }: ActForm, values: FormValues): boolean =>
  fields.every(({ name, required }) => {
    const value = values[name];
    return !required || (Array.isArray(value) ? value.length > 0 : String(value ?? '').trim() !== '');
  });

/** The values without texts that are blank. */
export const filled = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value !== ''),
  );
