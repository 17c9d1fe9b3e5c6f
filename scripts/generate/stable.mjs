/** JSON with two spaces; properties of maps whose order means nothing are sorted, so that the text depends on content only. */
export const jsonText = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** A copy with the keys of `record` in alphabetical order. */
export const sorted = (record) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Replaces every object inside `value`, innermost first; `change` gets the object and the property names that lead to it. */
export function mapObjects(value, change, path = []) {
  if (Array.isArray(value)) return value.map((each, index) => mapObjects(each, change, [...path, index]));
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapObjects(each, change, [...path, key])]),
  );
  return change(copy, path);
}
