import type { Entry, Holding } from './entry.js';
import { LEDGER_RULES } from './kinds/index.js';
import type { LedgerSums } from './ledger-kind.js';

/** What an entry adds to which balance. */
interface Effect {
  readonly balance: string;
  readonly deltaFen: number;
}

const NOBODY: ReadonlySet<string> = new Set();

const keyOf = ({ category, name }: Holding): string => `held:${category}:${name}`;
const nameOf = (key: string): string => key.split(':').slice(2).join(':');

/** The balances of one ledger, derived from its entries in the order of their lines. */
export class Balances {
  private readonly balances = new Map<string, number>();
  private readonly effects = new Map<string, readonly Effect[]>();
  private readonly reversed = new Set<string>();
  private readonly makers = new Map<string, ReadonlySet<string>>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) this.add(entry);
  }

  /** Applies one more entry without judging it. */
  add(entry: Entry): void {
    const effects = this.effectsOf(entry);
    if (entry.kind !== 'REVERSAL') this.noteMaker(entry, effects);
    this.effects.set(entry.id, effects);
    if (entry.reverses !== undefined) this.reversed.add(entry.reverses);
    for (const { balance, deltaFen } of effects) this.balances.set(balance, this.balance(balance) + deltaFen);
  }

  /** What an entry would draw from: the named holding with something left in it. */
  source({ kind, holding }: Pick<Entry, 'kind' | 'holding'>): (Holding & { leftFen: number }) | undefined {
    return LEDGER_RULES[kind].drawsFrom
      .map((category) => ({ category, name: holding ?? category }))
      .map((one) => ({ ...one, leftFen: this.balance(keyOf(one)) }))
      .find(({ leftFen }) => leftFen > 0);
  }

  /** Who put something into a holding, also on its way there; those of reversed entries stay among them. */
  makersOf(holding: Holding): ReadonlySet<string> {
    return this.makers.get(keyOf(holding)) ?? NOBODY;
  }

  /** Whether one named asset is under control in two categories at a time. */
  get split(): boolean {
    const names = [...this.balances]
      .filter(([key, fen]) => key.startsWith('held:') && fen > 0)
      .map(([key]) => nameOf(key));
    return new Set(names).size < names.length;
  }

  /** Whether an entry was reversed. */
  isReversed(entryId: string): boolean {
    return this.reversed.has(entryId);
  }

  /** Whether any balance is below zero, or too large to be counted exactly. */
  get impossible(): boolean {
    return [...this.balances.values()].some((fen) => fen < 0 || !Number.isSafeInteger(fen));
  }

  /** The figures. */
  get sums(): LedgerSums {
    const verifiedFen = this.balance('verified');
    const reportedFen = this.balance('reported');
    const returnedFen = this.balance('returned');
    const compensatedFen = this.balance('compensated');
    const redressedFen = returnedFen + compensatedFen;
    const provisional = verifiedFen === 0;
    const held = [...this.balances].filter(([name]) => name.startsWith('held:'));
    return {
      reportedFen,
      verifiedFen,
      heldFen: held.reduce((sum, [, fen]) => sum + fen, 0),
      recoveredFen: this.balance('recovered'),
      returnedFen,
      compensatedFen,
      redressedFen,
      outstandingFen: (provisional ? reportedFen : verifiedFen) - redressedFen,
      provisional,
    };
  }

  private noteMaker({ by }: Entry, effects: readonly Effect[]): void {
    const held = effects.filter(({ balance }) => balance.startsWith('held:'));
    const before = held.flatMap(({ balance }) => [...(this.makers.get(balance) ?? NOBODY)]);
    for (const { balance, deltaFen } of held) {
      if (deltaFen > 0) this.makers.set(balance, new Set([...before, by.accountId]));
    }
  }

  private balance(name: string): number {
    return this.balances.get(name) ?? 0;
  }

  private effectsOf(entry: Entry): Effect[] {
    const { kind, amountFen, reverses } = entry;
    if (kind === 'REVERSAL') {
      return (this.effects.get(reverses ?? '') ?? []).map((effect) => ({ ...effect, deltaFen: -effect.deltaFen }));
    }
    const effects: Effect[] = [];
    const { countsAs, putsInto, takesOver } = LEDGER_RULES[kind];
    if (countsAs !== null) effects.push({ balance: countsAs, deltaFen: amountFen });
    const source = this.source(entry);
    if (source) effects.push({ balance: keyOf(source), deltaFen: takesOver ? -source.leftFen : -amountFen });
    if (putsInto !== null) {
      effects.push({ balance: keyOf({ category: putsInto, name: entry.holding ?? putsInto }), deltaFen: amountFen });
    }
    return effects;
  }
}
