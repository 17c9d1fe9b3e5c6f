import {
  getMetadataStorage,
  isArray,
  isBoolean,
  isIn,
  isInt,
  isISO8601,
  isLatitude,
  isLongitude,
  isNumber,
  isObject,
  isString,
  min,
  type IsNumberOptions,
  type ValidationArguments,
} from 'class-validator';

type IsISO8601Options = Parameters<typeof isISO8601>[1];

/** What a decorator of class-validator left behind on a property. */
export type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Whether a value of a property of `made` keeps a rule. */
export type Check = (value: unknown, made: object) => boolean;

/** Rules that nearly every field has, without the way around through class-validator. */
const FAST: Readonly<Record<string, ((constraints: readonly unknown[]) => Check) | undefined>> = {
  isString: () => isString,
  isBoolean: () => isBoolean,
  isInt: () => (value) => isInt(value),
  isArray: () => (value) => isArray(value),
  isObject: () => (value) => isObject(value),
  isIso8601:
    ([options]) =>
    (value) =>
      isISO8601(value, options as IsISO8601Options),
  isNumber:
    ([options]) =>
    (value) =>
      isNumber(value, options as IsNumberOptions | undefined),
  min:
    ([least]) =>
    (value) =>
      min(value, least as number),
  isLatitude: () => (value) => isLatitude(value as string),
  isLongitude: () => (value) => isLongitude(value as string),
  isIn: ([words]) => wordCheck(words as readonly unknown[]),
};

/**
 * The check of a rule, also of one that is applied to each item of a list.
 * @throws Error for a rule that has to be waited for
 */
export function checkOf(type: { readonly name: string }, rule: Rule): Check {
  const one = FAST[rule.name ?? '']?.(rule.constraints as unknown[]) ?? ownCheck(type, rule);
  if (!rule.each) return one;
  return (value, made) => {
    if (!Array.isArray(value)) return one(value, made);
    for (const item of value) if (!one(item, made)) return false;
    return true;
  };
}

/** The function behind a decorator, called as class-validator calls it. */
function ownCheck(
  { name: targetName }: { readonly name: string },
  { name, propertyName, constraintCls, constraints = [] }: Rule,
): Check {
  const validators = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (validators.length === 0 || validators.some((one) => one.async)) {
    throw new Error(`${targetName}.${propertyName}: @${String(name)} cannot be compiled`);
  }
  const instances = validators.map(({ instance }) => instance);
  return (value, object) => {
    const args: ValidationArguments = { value, object, targetName, property: propertyName, constraints };
    for (const one of instances) if (one.validate(value, args) !== true) return false;
    return true;
  };
}

function wordCheck(words: readonly unknown[]): Check {
  const known = new Set(words);
  return words.every((word) => typeof word === 'string') ? (value) => known.has(value) : (value) => isIn(value, words);
}
