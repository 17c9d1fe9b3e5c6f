import { describe, expect, it } from '@jest/globals';
import { Refusal } from '#domain-kit';
import fc from 'fast-check';
import { LEDGER_KINDS, type LedgerKind } from '#contracts';
import type { Entry } from './entry.js';
import { postEntry, sumsOf } from './post-entry.js';

const KINDS = LEDGER_KINDS.filter((kind) => kind !== 'REVERSAL');

const stated = { method: '发票', approvalRef: '发还字〔2022〕1号', note: '核实' };
const entry = (id: string, kind: LedgerKind, amountFen: number, by = 'maker', rest: Partial<Entry> = {}): Entry => ({
  ...stated,
  id,
  kind,
  amountFen,
  by: { accountId: by },
  ...rest,
});

/** Posts entries one after the other; throws the first refusal. */
const post = (...drafts: Entry[]): Entry[] =>
  drafts.reduce<Entry[]>((ledger, draft) => {
    postEntry(ledger, draft, { filed: true });
    return [...ledger, draft];
  }, []);

const loss = entry('1', 'LOSS_REPORTED', 100);
const seized = entry('2', 'SEIZED', 60, 'maker', { holding: 'copper' });
const recovered = entry('3', 'RECOVERED', 60, 'maker', { holding: 'copper' });
const returned = entry('4', 'RETURNED', 60, 'approver', { holding: 'copper' });

describe('postEntry', () => {
  it('adds up a theft whose loot comes back', () => {
    const verified = entry('v', 'LOSS_VERIFIED', 80);
    expect(sumsOf(post(loss, seized, recovered, returned))).toMatchObject({ provisional: true, outstandingFen: 40 });
    expect(sumsOf(post(loss, verified, seized, recovered, returned))).toEqual({
      reportedFen: 100,
      verifiedFen: 80,
      heldFen: 0,
      recoveredFen: 60,
      returnedFen: 60,
      compensatedFen: 0,
      redressedFen: 60,
      outstandingFen: 20,
      provisional: false,
    });
  });

  it.each<[string, Entry[], string]>([
    ['no amount', [entry('1', 'LOSS_REPORTED', 0)], 'money.bad-amount'],
    ['half a fen', [entry('1', 'LOSS_REPORTED', 0.5)], 'money.bad-amount'],
    ['a negative seizure', [entry('1', 'SEIZED', -1)], 'money.bad-amount'],
    ['2^53 in two entries', [loss, entry('2', 'LOSS_REPORTED', Number.MAX_SAFE_INTEGER)], 'ledger.balance-negative'],
    [
      'a verified loss without method',
      [{ ...entry('1', 'LOSS_VERIFIED', 1), method: undefined }],
      'ledger.entry-incomplete',
    ],
    ['more than is held', [loss, seized, { ...returned, amountFen: 61 }], 'ledger.holding-exceeded'],
    ['what is not held', [loss, returned], 'ledger.holding-unknown'],
    ['more than was lost', [{ ...loss, amountFen: 59 }, seized, returned], 'ledger.loss-exceeded'],
    [
      'a return by who seized it',
      [loss, seized, { ...returned, by: { accountId: 'maker' } }],
      'ledger.returned-by-maker',
    ],
    [
      'a return by who seized what another one took over',
      [loss, seized, { ...recovered, by: { accountId: 'other' } }, { ...returned, by: { accountId: 'maker' } }],
      'ledger.returned-by-maker',
    ],
    [
      'one asset in two places',
      [loss, seized, entry('3', 'FROZEN', 1, 'a', { holding: 'copper' })],
      'ledger.holding-elsewhere',
    ],
    ['half a move', [loss, seized, { ...recovered, amountFen: 59 }], 'ledger.holding-elsewhere'],
    [
      'a reversal by the same person',
      [loss, entry('2', 'REVERSAL', 100, 'maker', { reverses: '1' })],
      'ledger.same-person',
    ],
    ['a reversal in part', [loss, entry('2', 'REVERSAL', 99, 'other', { reverses: '1' })], 'ledger.whole-entry-only'],
    [
      'a reversal of nothing',
      [loss, entry('2', 'REVERSAL', 100, 'other', { reverses: '9' })],
      'ledger.entry-not-found',
    ],
    [
      'a second reversal',
      [loss, ...['2', '3'].map((id) => entry(id, 'REVERSAL', 100, 'other', { reverses: '1' }))],
      'ledger.already-reversed',
    ],
    [
      'a reversal of a reversal',
      [
        loss,
        entry('2', 'REVERSAL', 100, 'other', { reverses: '1' }),
        entry('3', 'REVERSAL', 100, 'maker', { reverses: '2' }),
      ],
      'ledger.already-reversed',
    ],
    [
      'a reversal of what was returned meanwhile',
      [loss, seized, recovered, returned, entry('5', 'REVERSAL', 60, 'other', { reverses: '3' })],
      'ledger.balance-negative',
    ],
  ])('refuses %s', (_what, drafts, code) => expect(() => post(...drafts)).toThrow(code));

  it('freezes and seizes only after filing, or with an exception code', () => {
    for (const kind of ['FROZEN', 'SEIZED'] as const) {
      const draft = entry('1', kind, 1, 'maker', { holding: 'a' });
      expect(() => postEntry([], draft, { filed: false })).toThrow('ledger.case-not-filed');
      expect(postEntry([], { ...draft, exceptionCode: 'urgent' }, { filed: false }).heldFen).toBe(1);
    }
  });
});

/** What an entry does to the places of things, by a second, plainer account of the rules. */
class Model {
  private readonly places = new Map<string, number>();
  private readonly moves = new Map<string, readonly [string, number][]>();

  apply(one: Entry): void {
    const moves = one.kind === 'REVERSAL' ? this.undo(one) : this.movesOf(one);
    this.moves.set(one.id, moves);
    for (const [place, fen] of moves) this.places.set(place, (this.places.get(place) ?? 0) + fen);
  }

  get held(): number[] {
    return [...this.places.values()];
  }

  /** Places in which something of this name is. */
  of(name: string): string[] {
    return [...this.places].filter(([place, fen]) => fen > 0 && place.endsWith(`/${name}`)).map(([place]) => place);
  }

  private undo({ reverses = '' }: Entry): [string, number][] {
    return (this.moves.get(reverses) ?? []).map(([place, fen]) => [place, -fen]);
  }

  private movesOf({ kind, holding = '', amountFen }: Entry): [string, number][] {
    const into = { STOPPED: 'stop', FROZEN: 'freeze', SEIZED: 'seize', RECOVERED: 'hold' }[kind as string];
    const out = this.leaving(kind, holding, amountFen);
    return into === undefined ? out : [...out, [`${into}/${holding}`, amountFen]];
  }

  private leaving(kind: LedgerKind, holding: string, amountFen: number): [string, number][] {
    const [at = ''] = this.of(holding);
    const stopped = at.startsWith('stop/');
    if (['STOPPED', 'FROZEN'].includes(kind)) return stopped ? [[at, -(this.places.get(at) ?? 0)]] : [];
    const leaves = ['STOP_ENDED', 'UNFROZEN', 'RELEASED', 'RETURNED'].includes(kind);
    const moved = kind === 'RECOVERED' && !stopped && !at.startsWith('hold/');
    return at !== '' && (leaves || moved) ? [[at, -amountFen]] : [];
  }
}

describe('a ledger under random entries', () => {
  const draft = fc.record({
    kind: fc.constantFrom<LedgerKind>(...KINDS, 'LOSS_REPORTED', 'RECOVERED', 'RETURNED', 'REVERSAL', 'REVERSAL'),
    amountFen: fc.integer({ min: 1, max: 4 }),
    down: fc.boolean(),
    holding: fc.constantFrom('a', 'b'),
    by: fc.constantFrom('x', 'y', 'z'),
    target: fc.nat(30),
    filed: fc.boolean(),
  });

  it('keeps every invariant after every accepted entry, and refuses by name only', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 40, size: 'max' }), (drafts) => {
        const ledger: Entry[] = [];
        const model = new Model();
        for (const [index, { filed, ...drawn }] of drafts.entries()) {
          const next = aimedEntry(String(index), drawn, ledger);
          if (!accepted(ledger, next, filed)) continue;
          ledger.push(next);
          model.apply(next);
          checkInvariants(ledger, model);
        }
      }),
      { numRuns: 300 },
    );
  });

  interface Drawn {
    kind: LedgerKind;
    amountFen: number;
    down: boolean;
    holding: string;
    by: string;
    target: number;
  }

  /** Reversals aim at an entry that is there, with its amount; adjustments go either way. */
  function aimedEntry(
    id: string,
    { kind, amountFen, down, holding, by, target }: Drawn,
    ledger: readonly Entry[],
  ): Entry {
    const aimed = kind === 'REVERSAL' ? ledger[target % Math.max(1, ledger.length)] : undefined;
    if (aimed) return entry(id, kind, Math.abs(aimed.amountFen), by, { holding, reverses: aimed.id });
    return entry(id, kind, kind === 'LOSS_ADJUSTED' && down ? -amountFen : amountFen, by, { holding });
  }

  /** Whether the ledger takes the entry; a refusal is the only "no". */
  function accepted(ledger: readonly Entry[], next: Entry, filed: boolean): boolean {
    try {
      const sums = postEntry(ledger, next, { filed });
      expect(sums).toEqual(sumsOf([...ledger, next]));
      expect(filed || (next.kind !== 'FROZEN' && next.kind !== 'SEIZED')).toBe(true);
      return true;
    } catch (refusal) {
      if (refusal instanceof Refusal) return false;
      throw refusal;
    }
  }

  function checkInvariants(ledger: readonly Entry[], model: Model): void {
    const reversals = ledger.filter(({ kind }) => kind === 'REVERSAL');
    const undone = reversals.map(({ reverses }) => reverses);
    expect(new Set(undone).size).toBe(undone.length);
    for (const { reverses, by } of reversals) {
      const target = ledger.find(({ id }) => id === reverses);
      expect(target?.kind).not.toBe('REVERSAL');
      expect(target?.by.accountId).not.toBe(by.accountId);
    }
    const standing = ledger.filter(({ id, kind }) => kind !== 'REVERSAL' && !undone.includes(id));
    const total = (...kinds: LedgerKind[]) =>
      standing.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amountFen }) => sum + amountFen, 0);
    const reportedFen = total('LOSS_REPORTED');
    const verifiedFen = total('LOSS_VERIFIED', 'LOSS_ADJUSTED');
    const returnedFen = total('RETURNED');
    const compensatedFen = total('COMPENSATED');
    const redressedFen = returnedFen + compensatedFen;
    const outstandingFen = (verifiedFen === 0 ? reportedFen : verifiedFen) - redressedFen;
    expect(Math.min(outstandingFen, verifiedFen, ...model.held)).toBeGreaterThanOrEqual(0);
    for (const name of ['a', 'b']) expect(model.of(name).length).toBeLessThanOrEqual(1);
    expect(sumsOf(ledger)).toEqual({
      reportedFen,
      verifiedFen,
      heldFen: model.held.reduce((sum, fen) => sum + fen, 0),
      recoveredFen: total('RECOVERED'),
      returnedFen,
      compensatedFen,
      redressedFen,
      outstandingFen,
      provisional: verifiedFen === 0,
    });
  }

  it('never lets the one return what the same one recovered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 5 }), (makers) => {
        const ledger = post(
          entry('loss', 'LOSS_REPORTED', 10),
          ...makers.map((by, index) => entry(String(index), 'RECOVERED', 1, by, { holding: 'cash' })),
        );
        const back = (by: string) => () =>
          postEntry(ledger, entry('back', 'RETURNED', 1, by, { holding: 'cash' }), { filed: true });
        for (const by of makers) expect(back(by)).toThrow('ledger.returned-by-maker');
        expect(back('z')().returnedFen).toBe(1);
      }),
    );
  });
});
