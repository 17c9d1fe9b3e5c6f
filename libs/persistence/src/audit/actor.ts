import { ContextSlot } from '../context-slot.js';

const actor = new ContextSlot<string>();

/** Who acts when nobody said so: a start, a seed, a timer. */
const SYSTEM = 'system';

/**
 * Runs work that the audit trail ascribes to this actor: `account:<id>`, `event:<id>` for what a consumed event causes,
 * `deadline:<kind>`, `cli:<user of the machine>`; never a name.
 */
export function actingAs<T>(name: string, work: () => T): T {
  return actor.run(name.slice(0, 80), work);
}

/** Who acts in the running code. */
export const currentActor = (): string => actor.get() ?? SYSTEM;
