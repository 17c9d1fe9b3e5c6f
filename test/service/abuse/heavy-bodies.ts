/** A way to make a body large. */
export type Shape = 'flat' | 'fields' | 'items' | 'nulls' | 'nested';
export const SHAPES: readonly Shape[] = ['flat', 'fields', 'items', 'nulls', 'nested'];

/** Fields that are made large at once, so that a body has at most so many times the members of one. */
const MOST_FIELDS = 9;

/** A body of a shape, made of fields that a route knows; each object or list in it has so many members. */
export function heavyBody(shape: Shape, fields: readonly string[], most: number): string {
  const members = Math.floor(most);
  const known = (fields.length === 0 ? ['details'] : fields).slice(0, MOST_FIELDS);
  const each = (part: string) => `{${known.map((name) => `"${name}":${part}`).join(',')}}`;
  switch (shape) {
    case 'flat':
      return keys(members, '1');
    case 'nulls':
      return keys(members, 'null');
    case 'fields':
      return each(keys(members, '1'));
    case 'items':
      return each(`[${Array<string>(members).fill('{}').join(',')}]`);
    case 'nested':
      return each(`${'['.repeat(members)}${']'.repeat(members)}`);
  }
}

/** A body of a shape that is exactly so long. */
export function bodyOfBytes(shape: Shape, fields: readonly string[], bytes: number): string {
  const share = heavyBody(shape, fields, 10_000).length / 10_000;
  return heavyBody(shape, fields, Math.floor((bytes / share) * 0.9)).padEnd(bytes);
}

/** As short as names can be, as many as that. */
const keys = (members: number, value: string): string =>
  `{${Array.from({ length: members }, (_, n) => `"k${n.toString(36)}":${value}`).join(',')}}`;
