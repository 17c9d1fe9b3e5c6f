/** One row of a state table: from any of `from`, the fact `event` leads to `to`. */
export interface Transition<State extends string, Event extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly event: Event;
}

/** A state table as written down by the domain. */
export interface LifecycleDefinition<State extends string, Event extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: State;
  /** States nothing leads out of, except to those named in `reopenedBy`. */
  readonly terminal: readonly State[];
  readonly transitions: readonly Transition<State, Event>[];
  /** Events that may lead out of a terminal state all the same. */
  readonly reopenedBy?: readonly Event[];
}

/** A checked state table. */
export interface Lifecycle<State extends string, Event extends string> {
  readonly name: string;
  readonly states: readonly State[];
  readonly initial: State;
  readonly terminal: readonly State[];
  readonly transitions: readonly Transition<State, Event>[];
  /** The state `event` leads to from `state`, or undefined where the table has no such row. */
  next(state: State, event: Event): State | undefined;
  /** Whether the table lets `event` happen in `state`. */
  can(state: State, event: Event): boolean;
  /** Events possible in `state`, in table order. */
  events(state: State): readonly Event[];
  isTerminal(state: State): boolean;
}

/**
 * Checks and builds a state table. A faulty table is a programming error and stops the process when it is defined:
 * unknown or repeated states, states that cannot be reached, dead ends that are not terminal, terminal states with exits,
 * and two rows for one state and event. All faults are named at once.
 */
export function defineLifecycle<const State extends string, const Event extends string>(
  definition: LifecycleDefinition<State, Event>,
): Lifecycle<State, Event> {
  const table = new Map<State, Map<Event, State>>(definition.states.map((state) => [state, new Map<Event, State>()]));
  const faults = [...fillTable(definition, table), ...shapeFaults(definition, table)];
  if (faults.length > 0) throw new Error(`Life cycle "${definition.name}": ${faults.join('; ')}`);
  return {
    name: definition.name,
    states: definition.states,
    initial: definition.initial,
    terminal: definition.terminal,
    transitions: definition.transitions,
    next: (state, event) => table.get(state)?.get(event),
    can: (state, event) => table.get(state)?.has(event) ?? false,
    events: (state) => [...(table.get(state)?.keys() ?? [])],
    isTerminal: (state) => definition.terminal.includes(state),
  };
}

function fillTable<State extends string, Event extends string>(
  definition: LifecycleDefinition<State, Event>,
  table: Map<State, Map<Event, State>>,
): string[] {
  const faults: string[] = [];
  for (const { from, to, event } of definition.transitions) {
    if (!table.has(to)) faults.push(`${event} leads to unknown state ${to}`);
    for (const state of from) {
      const row = table.get(state);
      if (!row) faults.push(`${event} leaves unknown state ${state}`);
      else if (row.has(event)) faults.push(`two rows for ${event} in ${state}`);
      else row.set(event, to);
    }
  }
  return faults;
}

function shapeFaults<State extends string, Event extends string>(
  { states, initial, terminal, reopenedBy = [] }: LifecycleDefinition<State, Event>,
  table: Map<State, Map<Event, State>>,
): string[] {
  const faults: string[] = [];
  if (table.size !== states.length) faults.push('a state is listed twice');
  for (const state of [initial, ...terminal]) if (!table.has(state)) faults.push(`unknown state ${state}`);
  const reached = reachable(initial, table);
  for (const [state, row] of table) {
    if (!reached.has(state)) faults.push(`${state} cannot be reached`);
    faults.push(...endFaults(state, [...row.keys()], terminal.includes(state), reopenedBy));
  }
  return faults;
}

function endFaults(state: string, exits: readonly string[], ends: boolean, reopenedBy: readonly string[]): string[] {
  if (!ends) return exits.length === 0 ? [`${state} is a dead end but not terminal`] : [];
  return exits
    .filter((event) => !reopenedBy.includes(event))
    .map((event) => `terminal state ${state} has the exit ${event}`);
}

function reachable<State extends string>(initial: State, table: Map<State, Map<string, State>>): Set<State> {
  const reached = new Set<State>([initial]);
  for (const state of reached) for (const to of table.get(state)?.values() ?? []) reached.add(to);
  return reached;
}
