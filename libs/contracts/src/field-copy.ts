export type Plain = Record<string, unknown>;

/** Copies fields into an instance; false for one that must not be there. */
export type Copy = (plain: Plain, made: Plain) => boolean;

/** Own keys of a payload that would reach into the object's class. */
const UNSAFE = new Set(['__proto__', 'constructor']);

/** Copies every field, those that the class does not know too, without what would reach into it. */
export const copySafe: Copy = (plain, made) => {
  for (const key of Object.keys(plain)) if (!UNSAFE.has(key)) made[key] = plain[key];
  return true;
};

/** Copies known fields only; others are refused, and so is null. */
export function copyKnown(fields: readonly { readonly name: string; readonly part?: unknown }[]): Copy {
  const known = new Map(fields.map(({ name, part }) => [name, { isPart: part !== undefined }]));
  return (plain, made) => {
    for (const key of Object.keys(plain)) {
      const [field, value] = [known.get(key), plain[key]];
      // The reader of a part looks for null itself.
      if (!field || value === null || (!field.isPart && hidesFault(value))) return false;
      made[key] = value;
    }
    return true;
  };
}

/** Whether null or a name that reaches into the class stands anywhere in a value that has no rules of its own. */
function hidesFault(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(hidesFault);
  return Object.keys(value).some((key) => UNSAFE.has(key) || hidesFault((value as Plain)[key]));
}
