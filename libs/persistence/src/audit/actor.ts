import { ContextSlot } from '../context-slot.js';

/** Who acts, and where from. */
export interface Actor {
  /**
   * `account:<id>`, `event:<id>` for what a consumed event causes, `deadline:<kind>`, `timer:<name>`,
   * `cli:<user of the machine>`; never a name.
   */
  readonly name: string;
  /** Id of the session in which a person acts. */
  readonly session?: string | undefined;
  /** Address that a request came from, as the trusted proxies tell it. */
  readonly address?: string | undefined;
}

const actor = new ContextSlot<Actor>();

/** Who acts when nobody said so: a start, a seed, a timer. */
const SYSTEM: Actor = { name: 'system' };

/** Runs work that the audit trail ascribes to this actor. Whoever is only named acts from where the code around it does. */
export function actingAs<T>(who: string | Actor, work: () => T): T {
  const next = typeof who === 'string' ? { ...actor.get(), session: undefined, name: who } : who;
  return actor.run({ ...next, name: next.name.slice(0, 80) }, work);
}

/** Who acts in the running code. */
export const currentActor = (): Actor => actor.get() ?? SYSTEM;
