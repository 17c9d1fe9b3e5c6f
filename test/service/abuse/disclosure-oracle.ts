/** Contacts of the enterprise, and one of another. */
export const CONTACTS = ['m.boss', 'm.aide', 'm.rival'] as const;
export type Contact = (typeof CONTACTS)[number];

/** Who filed the report, of what kind, what it says of insiders, and whom it names as safe contact. */
export interface Told {
  readonly by: 'm.boss' | 'm.aide' | 'operator';
  readonly type: 'E101' | 'E102';
  readonly suspected: boolean;
  readonly named?: Contact;
}

/** What happens in one way only. */
type Plain = 'suspect' | 'told-again' | 'propose' | 'approve' | 'disable' | 'enable';

/** What happened to an incident after it was reported. */
export type Happening =
  | { readonly act: Plain }
  | { readonly act: 'restrict'; readonly contact?: Contact }
  | { readonly act: 'release'; readonly reason: 'engaged' | 'conflict_of_interest' };

/** What somebody can learn of the incident by each way there is. */
export interface Learnt {
  readonly file: boolean;
  readonly listed: boolean;
  readonly record: boolean;
  readonly recordListed: boolean;
  readonly report: boolean;
  /** Steps among the notices, and in the feed from its start: of those that are told first. */
  readonly notices: readonly string[];
  readonly feed: readonly string[];
}

interface State {
  readonly restricted: boolean;
  readonly contact?: string;
  /** Suspected, and not answered since. */
  readonly suspected: boolean;
  readonly proposal?: 'waits' | 'overtaken';
  readonly aideDisabled: boolean;
  readonly released?: 'engaged' | 'conflict_of_interest';
  /** To whom it was told that the report had come in and that units were sent. */
  readonly told: { readonly received?: string; readonly dispatched?: string };
}

const EVERYBODY = 'everybody';
const NOTHING: Learnt = {
  file: false, listed: false, record: false, recordListed: false, report: false, notices: [], feed: [],
}; // prettier-ignore

const confined = (state: State, contact: string | undefined): State => ({
  ...state,
  restricted: true,
  contact,
  ...(state.proposal && { proposal: 'overtaken' }),
});
const suspicion = (state: State): State => ({ ...confined(state, undefined), suspected: true });

function reported({ by, type, suspected, named }: Told): State {
  const restricted = type === 'E102' || suspected;
  // Whom a reporter names is a proposal; the desk may name one.
  const contact = by === 'operator' ? named : undefined;
  const received = restricted ? contact : EVERYBODY;
  return {
    restricted,
    contact,
    suspected,
    aideDisabled: false,
    told: { received, dispatched: restricted ? undefined : EVERYBODY },
  };
}

/** What each happening makes of where the incident stands. */
const AFTER: {
  readonly [A in Plain]: (state: State) => State;
} & {
  readonly restrict: (state: State, happening: Extract<Happening, { act: 'restrict' }>) => State;
  readonly release: (state: State, happening: Extract<Happening, { act: 'release' }>) => State;
} = {
  suspect: suspicion,
  'told-again': (state) => (state.suspected ? state : suspicion(state)),
  restrict: (state, { contact }) =>
    // Whom identity does not tell of as an enabled contact of this enterprise is not named.
    contact === 'm.rival' || (contact === 'm.aide' && state.aideDisabled)
      ? state
      : state.restricted && state.contact === contact
        ? state
        : confined(state, contact),
  propose: (state) => (state.restricted ? { ...state, proposal: 'waits' } : state),
  approve: ({ proposal, ...state }) =>
    proposal === 'waits' ? { ...state, restricted: false, contact: undefined, suspected: false } : state,
  disable: (state) => ({ ...state, aideDisabled: true }),
  enable: (state) => ({ ...state, aideDisabled: false }),
  release: (state, { reason }) => ({ ...state, released: state.released ?? reason }),
};
const after = (state: State, happening: Happening): State =>
  (AFTER[happening.act] as (state: State, happening: Happening) => State)(state, happening);

/** Where an incident stands by what was told and what happened. */
export const stateOf = (told: Told, happened: readonly Happening[]): State => happened.reduce(after, reported(told));

/**
 * Whether it depends on who is free if `dispatched` is told: a unit that takes the place of a released one may come before a
 * restriction is lifted, when nobody is told of it, or after.
 */
export function isDispatchOpen(told: Told, happened: readonly Happening[]): boolean {
  const state = stateOf(told, happened);
  return !state.restricted && state.released !== undefined && state.told.dispatched === undefined;
}

/** What a reader may learn; `undefined` where the account is nobody's any more. */
export function mayLearn(told: Told, happened: readonly Happening[], reader: string): Learnt | undefined {
  const state = stateOf(told, happened);
  const { restricted } = state;
  const record = (shown: boolean): Learnt => ({ ...NOTHING, record: shown, recordListed: shown, report: shown });
  if (reader === 'clerk') return record(!restricted);
  if (reader === 'leader') return { ...record(true), file: true, listed: true };
  // A machine that reported nothing of it.
  if (reader === 'panel') return NOTHING;
  if (reader === 'assist') {
    const { released } = state;
    return { ...NOTHING, file: released !== 'conflict_of_interest', listed: released === undefined };
  }
  if (reader === 'm.aide' && state.aideDisabled) return undefined;
  return contactMayLearn(told, state, reader);
}

function contactMayLearn({ by }: Told, { restricted, contact, told }: State, reader: string): Learnt {
  const shown = reader !== 'm.rival' && (!restricted || contact === reader);
  if (!shown) return NOTHING;
  const filed = by === reader;
  const toReader = (to: string | undefined): boolean => to === EVERYBODY || to === reader;
  const dispatched = !restricted && toReader(told.dispatched) ? ['dispatched'] : [];
  // Who became the contact later reads what law demands of what was told to another one; it is not in his feed.
  const received = (restricted ? told.received !== undefined : toReader(told.received)) ? ['received'] : [];
  return {
    file: true,
    listed: true,
    record: filed,
    recordListed: filed,
    report: filed,
    notices: [...dispatched, ...received],
    feed: [...(toReader(told.received) ? ['received'] : []), ...dispatched],
  };
}
