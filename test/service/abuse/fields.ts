import { ECHO } from './client.js';

/** A field of a body or query: what it must not be. */
export interface FieldRule {
  readonly required: boolean;
  /** Values of a wrong type, or out of range. */
  readonly wrong: readonly unknown[];
  /** A string that is longer than allowed. */
  readonly tooLong?: string;
  /** Fields of an object. */
  readonly inner?: Fields;
}

export type Fields = Readonly<Record<string, FieldRule>>;

const rule = (wrong: readonly unknown[], more: Partial<FieldRule> = {}): FieldRule => ({
  required: false,
  wrong,
  ...more,
});
const NO_TEXT = [7, true, { a: 1 }, ['x']];

/** A text of at most `max` characters. */
export const text = (max: number): FieldRule => rule(NO_TEXT, { tooLong: `${ECHO}${'长'.repeat(max)}` });
/** A text in a form of its own. */
export const form = (...wrong: string[]): FieldRule => rule([...NO_TEXT, ...wrong], { tooLong: 'x'.repeat(3000) });
/** A page cursor: not ours, and one of ours that names what no id is made of. */
export const cursor = (): FieldRule =>
  rule(['%%%', ...[['企业'], ['x', '企业']].map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'))]);
export const choice = (): FieldRule => rule(['bogus', '', 7, { a: 1 }], { tooLong: ECHO.repeat(100) });
export const choices = (): FieldRule => rule(['x', 7, { a: 1 }, ['bogus'], [7], [null]]);
export const int = (...more: number[]): FieldRule => rule(['x', '1', 1.5, true, 1e308, [1], { a: 1 }, ...more]);
export const degrees = (): FieldRule => rule([181, -181, 'x', true, { a: 1 }, [1]]);
export const yesNo = (): FieldRule => rule(['yes', 1, 'true', { a: 1 }]);
export const instant = (): FieldRule => rule(['yesterday', 7, true, { a: 1 }, '2026-02-30T00:00:00Z']);
export const object = (inner: Fields): FieldRule => rule(['x', 7, true, [], [{ a: 1 }]], { inner });
export const list = (): FieldRule => rule(['x', 7, { a: 1 }, [7], ['Ä x'], [[]], [['']]]);

export const required = (field: FieldRule): FieldRule => ({ ...field, required: true });

/** One way to spoil a valid body: what is wrong, the spoilt body, the pointers that the answer must name. */
export interface Spoilt {
  readonly what: string;
  readonly body: unknown;
  readonly pointers: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

/** Every way to spoil a body, one field at a time, and one with every field wrong at once. */
export function spoil(
  valid: Body,
  fields: Fields,
  root = '',
  wrap: (body: Body) => unknown = (body) => body,
): Spoilt[] {
  const one = (what: string, name: string, body: Body): Spoilt => ({
    what,
    body: wrap(body),
    pointers: [`${root}/${name}`],
  });
  const each = Object.entries(fields).flatMap(([name, { required: must, wrong, tooLong, inner }]): Spoilt[] => [
    ...[...wrong, null].map((value) =>
      one(`${root}/${name} = ${JSON.stringify(value)}`, name, { ...valid, [name]: value }),
    ),
    ...(tooLong === undefined ? [] : [one(`${root}/${name} too long`, name, { ...valid, [name]: tooLong })]),
    ...(must ? [one(`without ${root}/${name}`, name, without(valid, name))] : []),
    ...(inner ? spoil(partOf(valid, name), inner, `${root}/${name}`, (part) => wrap({ ...valid, [name]: part })) : []),
  ]);
  return [
    ...each,
    one(`unknown ${root}/isAdmin`, 'isAdmin', { ...valid, isAdmin: ECHO }),
    ...(root === '' ? [allWrong(fields)] : []),
  ];
}

/** Every field wrong at once: the answer lists them all. */
const allWrong = (fields: Fields): Spoilt => ({
  what: 'every field wrong at once',
  body: Object.fromEntries(Object.entries(fields).map(([name, { wrong }]) => [name, wrong[0]])),
  pointers: Object.keys(fields).map((name) => `/${name}`),
});

const partOf = (body: Body, name: string): Body => (body[name] ?? {}) as Body;

const without = (body: Body, name: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
