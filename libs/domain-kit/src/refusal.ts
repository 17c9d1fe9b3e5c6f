/** Why a request is refused; the edge turns each kind into exactly one HTTP status. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'precondition'
  | 'precondition-missing'
  | 'unprocessable'
  | 'too-large'
  | 'rate-limited'
  | 'unavailable';

/** A text in both languages of the product. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** A value put into a refusal's text; `Texts` where the value itself reads differently in each language. */
export type RefusalParam = string | number | Texts;

/**
 * An expected "no" of the business: thrown by domain and use cases, answered as a problem document.
 * `code` is dotted and stable, `pointer` the JSON pointer of the field at fault, `messages` the filled-in texts.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly messages: Texts,
    readonly params: Readonly<Record<string, RefusalParam>> = {},
    readonly pointer?: string,
  ) {
    super(`${code}: ${messages.en}`);
  }
}

/** What a refusal says: stable dotted code, kind, and texts with `{name}` where a parameter goes. */
export interface RefusalDefinition<Zh extends string = string, En extends string = string> {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly zh: Zh;
  readonly en: En;
  /** JSON pointer of the field at fault, where it is always the same one. */
  readonly pointer?: string;
}

type Placeholder<Text extends string> = string extends Text
  ? never
  : Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Placeholder<Rest>
    : never;

type Params<Name extends string> = Readonly<Record<Name, RefusalParam> & Record<string, RefusalParam>>;

type Args<Name extends string> = [Name] extends [never]
  ? [params?: Params<never>, pointer?: string]
  : [params: Params<Name>, pointer?: string];

/** Makes one refusal; parameters named in the texts are required by the compiler. */
export interface RefusalFactory<Name extends string = string> {
  (...args: Args<Name>): Refusal;
  readonly code: string;
  readonly kind: RefusalKind;
  /** Whether `error` is a refusal made by this factory. */
  is(error: unknown): error is Refusal;
}

/**
 * Defines a business refusal once, beside the domain that uses it.
 * @example
 * export const wrongState = defineRefusal({ code: 'assignment.wrong-state', kind: 'conflict',
 *   zh: '当前状态 {state} 不能{act}', en: 'Cannot {act} while {state}' });
 * throw wrongState({ state: 'COMPLETED', act: { zh: '签收', en: 'acknowledge' } });
 */
export function defineRefusal<const Zh extends string, const En extends string>(
  definition: RefusalDefinition<Zh, En>,
): RefusalFactory<Placeholder<Zh> | Placeholder<En>> {
  const { code, kind } = definition;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(code)) throw new Error(`Not a dotted code: ${code}`);
  const make = (params: Readonly<Record<string, RefusalParam>> = {}, pointer = definition.pointer): Refusal =>
    new Refusal(
      code,
      kind,
      { zh: fill(definition.zh, params, 'zh'), en: fill(definition.en, params, 'en') },
      params,
      pointer,
    );
  return Object.assign(make, {
    code,
    kind,
    is: (error: unknown): error is Refusal => error instanceof Refusal && error.code === code,
  });
}

function fill(text: string, params: Readonly<Record<string, RefusalParam>>, language: keyof Texts): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return hole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
