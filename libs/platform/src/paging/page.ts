import { defineRefusal } from '#domain-kit';
import type { PageQuery } from './page-query.dto.js';

/** 400: the cursor was not made by this service. */
export const cursorMalformed = defineRefusal({
  code: 'page.cursor-malformed',
  kind: 'invalid',
  zh: '翻页标记无效，请从第一页重新开始',
  en: 'The page cursor is not valid; start again from the first page',
  pointer: '/query/after',
});

/** One page of a keyset list; `next` is null on the last page. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** A sort key value that a cursor can carry. */
export type CursorValue = string | number;

/** Encodes the sort key of the last item of a page as an opaque base64url cursor. */
export function encodeCursor(key: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Decodes a cursor into `length` sort key values, or undefined for the first page.
 * Throws 400 `page.cursor-malformed` on anything this codec did not make.
 */
export function decodeCursor(after: string | undefined, length: number): CursorValue[] | undefined {
  if (after === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.every(isCursorValue)) return key;
  } catch {
    throw cursorMalformed({});
  }
  throw cursorMalformed({});
}

/**
 * Cuts a page out of rows read with `LIMIT query.limit + 1`: the surplus row only tells that there is a next page.
 * `keyOf` names the sort key of a row, in the order of the list's ORDER BY.
 */
export function page<Row, Item = Row>(
  query: PageQuery,
  rows: readonly Row[],
  keyOf: (row: Row) => CursorValue[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const next = rows.length > query.limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items: shown.map(toItem), next };
}

function isCursorValue(value: unknown): value is CursorValue {
  // Keys are ids, numbers and times: other characters could not be compared with an id column.
  return (
    (typeof value === 'string' && /^[\x20-\x7e]*$/.test(value)) || (typeof value === 'number' && Number.isFinite(value))
  );
}
