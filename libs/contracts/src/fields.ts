import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';

type PartClass = new () => object;

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

function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
