import 'reflect-metadata';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';
import { Line, Parts, Prose } from '#contracts';
import { INSTANT, type Texts } from '#domain-kit';

/** A value of a field with few of them. */
export interface Choice {
  readonly value: string;
  readonly name: Texts;
}

/** A field of a type's details, for forms and documentation. */
export interface FieldSpec {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'array';
  readonly required: boolean;
  readonly label: Texts;
  /** Allowed values, where they are few, with what people call them. */
  readonly choices?: readonly Choice[];
  /** What whoever takes the call tells the caller when asking for it. */
  readonly advice?: Texts;
  /** Reports before the present ones told it: it is still read and taken, and no form asks for it. */
  readonly former?: true;
  /** It is an instant: one that has passed, or any. */
  readonly instant?: 'past' | 'any';
  /** Fields of each element of an array. */
  readonly items?: readonly FieldSpec[];
}

/** Class that a type's details are read into; its fields carry the decorators below. */
export type DetailsClass = new () => object;

/** What any field may be besides its kind. */
export type FieldOptions = Readonly<{ required?: boolean; advice?: Texts; former?: true }>;
/** Options of a text: `max` characters make it a line. */
export type TextOptions = FieldOptions & { readonly max?: number };
type Shape = Pick<FieldSpec, 'type' | 'instant' | 'choices' | 'items'>;

/** Largest amount in fen believed to be meant: 10 trillion yuan. */
export const MOST_FEN = 1_000_000_000_000_000;

const specs = new WeakMap<object, FieldSpec[]>();

/** The fields of a details class, in the order in which they are written down. */
export const fieldsOf = (details: DetailsClass): readonly FieldSpec[] => specs.get(details.prototype as object) ?? [];

/** A line of at most `max` characters, or without `max` a paragraph. */
export const TextField = (zh: string, en: string, options: TextOptions = {}): PropertyDecorator =>
  field({ zh, en }, { type: 'string' }, options, [options.max === undefined ? Prose(500) : Line(options.max)]);

/** One of a few words, each with what people call it: `{ sms: ['短信', 'Text message'] }`. */
export const ChoiceField = (
  zh: string,
  en: string,
  words: Readonly<Record<string, readonly [zh: string, en: string]>>,
  options: FieldOptions = {},
): PropertyDecorator => {
  const choices = Object.entries(words).map(([value, [own, foreign]]) => ({ value, name: { zh: own, en: foreign } }));
  return field({ zh, en }, { type: 'string', choices }, options, [IsIn(Object.keys(words))]);
};

/** A whole number, not negative. */
export const NumberField = (zh: string, en: string, options: FieldOptions = {}): PropertyDecorator =>
  field({ zh, en }, { type: 'integer' }, options, [IsInt(), Min(0), Max(1_000_000_000)]);

/** An amount in fen, not negative. */
export const FenField = (zh: string, en: string, options: FieldOptions = {}): PropertyDecorator =>
  field({ zh, en }, { type: 'integer' }, options, [IsInt(), Min(0), Max(MOST_FEN)]);

/** Yes or no. */
export const YesNoField = (zh: string, en: string, options: FieldOptions = {}): PropertyDecorator =>
  field({ zh, en }, { type: 'boolean' }, options, [IsBoolean()]);

/** An instant, ISO 8601 with its offset; not after now, unless it is about what is still to come. */
export const InstantField = (
  zh: string,
  en: string,
  options: FieldOptions & { ahead?: boolean } = {},
): PropertyDecorator =>
  field({ zh, en }, { type: 'string', instant: options.ahead ? 'any' : 'past' }, options, [
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(INSTANT, { message: '$property must be an instant with offset (Z or +08:00)' }),
  ]);

/** Up to 100 things of one kind. */
export const ListField = (zh: string, en: string, item: DetailsClass, options: FieldOptions = {}): PropertyDecorator =>
  field({ zh, en }, { type: 'array', items: fieldsOf(item) }, options, [ArrayMaxSize(100), Parts(() => item)]);

function field(
  label: Texts,
  shape: Shape,
  { required = false, advice, former }: FieldOptions,
  checks: readonly PropertyDecorator[],
): PropertyDecorator {
  const more = { ...(advice && { advice }), ...(former && { former }) };
  return (target, name) => {
    const known = specs.get(target) ?? [];
    specs.set(target, [...known, { name: String(name), required, label, ...shape, ...more }]);
    for (const check of required ? checks : [IsOptional(), ...checks]) check(target, name);
  };
}
