import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsObject, IsString, MaxLength, ValidateBy, ValidateNested } from 'class-validator';
import { isLine, isProse, patternOf, showsSomething } from './text-rules.js';

type PartClass = new () => object;

/** What a text may be beside what its kind demands. */
interface TextOptions {
  /** It may be empty or show nothing; without this it is refused as `field.not-empty`. */
  readonly mayBeBlank?: true;
}

/** A field that is a part of its own class. `ValidateNested` alone lets a missing part and an empty list through. */
export function Part(type: () => PartClass): PropertyDecorator {
  return all(IsObject(), ValidateNested(), Type(type));
}

/** A field that is a list of parts. */
export function Parts(type: () => PartClass): PropertyDecorator {
  return all(IsArray(), IsObject({ each: true }), ValidateNested({ each: true }), Type(type));
}

/** A field that is a list of words of a vocabulary. `IsIn` with `each` alone lets a single word through. */
export function WordList(words: readonly string[]): PropertyDecorator {
  return all(IsArray(), IsIn(words, { each: true }));
}

/** A text of one line of at most `max` characters: a name, an address, a number. Controls and direction marks are refused. */
export const Line = (max: number, { mayBeBlank }: TextOptions = {}): PropertyDecorator =>
  text('line', max, mayBeBlank === true);

/** A text of any number of lines, of at most `max` characters. Controls are refused but for line breaks and tabs. */
export const Prose = (max: number, { mayBeBlank }: TextOptions = {}): PropertyDecorator =>
  text('prose', max, mayBeBlank === true);

const KINDS = {
  line: { name: 'isLine', fits: isLine, says: 'must be one line without control and direction characters' },
  prose: { name: 'isProse', fits: isProse, says: 'must not contain control characters but line breaks and tabs' },
} as const;

function text(kind: keyof typeof KINDS, max: number, mayBeBlank: boolean): PropertyDecorator {
  const { name, fits, says } = KINDS[kind];
  const pattern = patternOf(kind, mayBeBlank);
  return all(
    IsString(),
    MaxLength(max),
    textRule(name, fits, `$property ${says}`, [pattern]),
    ...(mayBeBlank ? [] : [textRule('isNotEmpty', showsSomething, '$property should not be empty')]),
  );
}

/** A rule about texts; what is none, others refuse. */
const textRule = (
  name: string,
  fits: (text: string) => boolean,
  message: string,
  constraints: string[] = [],
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      constraints,
      validator: { validate: (value) => (typeof value === 'string' ? fits(value) : value !== undefined) },
    },
    { message },
  );

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
