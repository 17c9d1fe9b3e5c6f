/** How much a JSON value may hold. */
export interface StructureLimits {
  /** Levels of objects and lists within each other. */
  readonly depth: number;
  /** Members of all objects and lists together. */
  readonly values: number;
  /** Members of one object or list. */
  readonly members: number;
}

/**
 * What is too much about a JSON value, or undefined when it is within its limits. Looks level by level, without recursion,
 * at each member once, and stops at the first excess: linear in the limits, whatever the value is.
 */
export function excessOf(value: unknown, most: StructureLimits): 'depth' | 'values' | undefined {
  let level = holders([value]);
  for (let depth = 0, values = 0; level.length > 0; depth += 1) {
    if (depth === most.depth) return 'depth';
    const next: object[] = [];
    for (const holder of level) {
      const members = Object.values(holder) as unknown[];
      values += members.length;
      if (members.length > most.members || values > most.values) return 'values';
      for (const inner of holders(members)) next.push(inner);
    }
    level = next;
  }
  return undefined;
}

const holders = (values: readonly unknown[]): object[] =>
  values.filter((value): value is object => typeof value === 'object' && value !== null);
