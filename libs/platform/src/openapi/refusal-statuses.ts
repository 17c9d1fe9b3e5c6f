import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** What of an operation decides how it may be refused. */
interface Traits {
  readonly writes: boolean;
  readonly edits: boolean;
  readonly removes: boolean;
  readonly namesSomething: boolean;
  /** Nobody may without signing in. */
  readonly secured: boolean;
  readonly wantsRole: boolean;
}

/** When an operation may answer a status; in order. */
const REFUSALS: readonly (readonly [status: number, when: (traits: Traits) => boolean])[] = [
  [400, () => true],
  [401, ({ secured }) => secured],
  [403, ({ wantsRole, writes }) => wantsRole || writes],
  [404, ({ namesSomething }) => namesSomething],
  [409, ({ secured, writes, removes }) => secured && writes && !removes],
  [412, ({ edits }) => edits],
  [413, ({ writes }) => writes],
  [414, () => true],
  [415, ({ writes }) => writes],
  [422, ({ secured, writes, removes }) => secured && writes && !removes],
  [428, ({ edits }) => edits],
  [429, () => true],
  [431, () => true],
  [500, () => true],
  [503, () => true],
];

/** Whether an operation reads `If-Match`: the version that a decision was made on. */
export const decidesOnVersion = ({ parameters = [] }: Operation): boolean =>
  parameters.some((each) => 'name' in each && each.name === 'If-Match');

/** The statuses of refusal that an operation may answer beside those it declares itself. */
export function refusalStatuses(operation: Operation, method: string, path: string): number[] {
  const roles = operation['x-roles' as keyof Operation] as unknown as string[] | undefined;
  const writes = method !== 'get';
  const traits: Traits = {
    writes,
    edits: decidesOnVersion(operation),
    removes: method === 'delete',
    namesSomething: path.includes('{'),
    secured: roles !== undefined,
    wantsRole: (roles ?? []).length > 0,
  };
  return REFUSALS.filter(([, when]) => when(traits)).map(([status]) => status);
}
