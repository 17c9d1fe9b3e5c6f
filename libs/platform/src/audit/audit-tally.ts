import { actingAs, AuditTrail, every, type Actor, type Database, type FactApart, type Repeating } from '#persistence';

/** How long what is counted together may wait to be written, ms. */
const TURN_MS = 30_000;
/** Refusals of one account that are written at once in a turn; the others are counted. */
const MOST_AT_ONCE = 20;
/** Kinds of acts of one account that are told apart in a turn; further ones become one. */
const MOST_KINDS = 50;
/** Ids that one entry names. */
const MOST_OBJECTS = 200;

/** An act that changes nothing: what was read, or refused. */
export interface PassingAct {
  readonly act: string;
  /** Ids of what it was about. */
  readonly objects: readonly string[];
  /** Code of the refusal. */
  readonly outcome?: string;
}

interface Tally extends PassingAct {
  readonly by: Actor;
  readonly objects: string[];
  count: number;
}

/** What one account did in the turn. */
interface Doings {
  readonly written: Set<string>;
  readonly tallies: Map<string, Tally>;
}

/**
 * Acts that change nothing, written so that nobody can fill the disk with them: acts of the same person and kind share an
 * entry, which says how many there were. A process that dies takes what it counted in the turn with it.
 */
export class AuditTally {
  private turn: Repeating | undefined;
  private doings = new Map<string, Doings>();

  constructor(private readonly database: Database) {}

  /** Writes every 30 s what was counted. */
  start(report: (error: unknown) => void): void {
    this.turn = every(TURN_MS, () => this.flush(), { report, keepsAlive: false });
  }

  async stop(): Promise<void> {
    await this.turn?.stop();
    await this.flush();
  }

  /** Counts a read: it is written with others of the same person in the turn. */
  read(by: Actor, act: PassingAct): void {
    count(this.doingsOf(by), by, act, 1);
  }

  /** Writes down a refusal before it is answered; what is the same again, and more than a person can do, is counted. */
  async refused(by: Actor, act: PassingAct & { readonly outcome: string }): Promise<void> {
    const doings = this.doingsOf(by);
    const same = [act.act, act.outcome, ...act.objects].join(' ');
    if (doings.written.has(same) || doings.written.size >= MOST_AT_ONCE) return count(doings, by, act, 1);
    doings.written.add(same);
    await this.write([{ ...factOf(act), by }]);
  }

  /** Writes what was counted until now. */
  async flush(): Promise<void> {
    const turn = this.doings;
    const tallies = [...turn.values()].flatMap((one) => [...one.tallies.values()]);
    this.doings = new Map();
    const facts = tallies.map((tally) => ({
      ...factOf(tally),
      by: tally.by,
      ...(tally.count > 1 && { detail: { count: tally.count } }),
    }));
    if (facts.length > 0) await this.write(facts).catch((error: unknown) => this.keep(turn, error));
  }

  /** What could not be written is counted on, in the next turn. */
  private keep(turn: ReadonlyMap<string, Doings>, error: unknown): never {
    for (const { tallies } of turn.values())
      for (const { by, count: times, ...act } of tallies.values()) count(this.doingsOf(by), by, act, times);
    throw error;
  }

  private doingsOf({ name }: Actor): Doings {
    let doings = this.doings.get(name);
    if (!doings) this.doings.set(name, (doings = { written: new Set(), tallies: new Map() }));
    return doings;
  }

  private async write(facts: readonly FactApart[]): Promise<void> {
    const trail = AuditTrail.of(this.database);
    const record = (): Promise<void> => {
      for (const fact of facts) trail.recordApart('reads', fact);
      return Promise.resolve();
    };
    await actingAs('system', () => this.database.write(record, { group: 'audited reads' }));
  }
}

/** Different sessions and addresses of a person are told apart. */
function count({ tallies }: Doings, by: Actor, { act, outcome, objects }: PassingAct, times: number): void {
  const place = [by.session, by.address].join(' ');
  const kind = [place, act, outcome].join(' ');
  const known = tallies.get(kind);
  const one = known ?? (tallies.size < MOST_KINDS ? undefined : tallies.get('various'));
  if (one) {
    one.count += times;
    for (const object of objects)
      if (one.objects.length < MOST_OBJECTS && !one.objects.includes(object)) one.objects.push(object);
    return;
  }
  const told =
    tallies.size < MOST_KINDS
      ? { act, ...(outcome !== undefined && { outcome }) }
      : { act: 'various', outcome: 'various' };
  tallies.set(told.act === 'various' ? 'various' : kind, {
    ...told,
    by,
    objects: objects.slice(0, MOST_OBJECTS),
    count: times,
  });
}

const factOf = ({ act, outcome, objects }: PassingAct): FactApart => ({
  act: act.slice(0, 80),
  object: objects.join(' '),
  success: outcome === undefined,
  ...(outcome !== undefined && { outcome: outcome.slice(0, 80) }),
});
