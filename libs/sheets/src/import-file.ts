import type { Refusal, Texts } from '#domain-kit';
import { coverageNotes, type CodedOutline } from './coverage.js';
import { readTable } from './file.js';
import { REFUSALS_SHOWN, ROWS_PER_TRANSACTION } from './limits.js';
import type { CoordinateSystem } from './outline.js';
import { readRows, type RowRefusal, type RowsRead } from './read-rows.js';
import { fileEmpty } from './refusals.js';
import type { GivenRow, Sheet } from './sheet.js';

/** Codes that a note names. */
const UNKNOWN_SHOWN = 20;

type Accepted = 'created' | 'changed' | 'unchanged';

/** What becomes, or became, of a row. */
export type Verdict =
  | { readonly outcome: Accepted }
  /** The pointer of the refusal is the field at fault. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** A service's own rows of a kind: what it makes of a file, and what it writes into one. */
export interface SheetStore<Row> {
  readonly sheet: Sheet<Row>;
  /**
   * Says what becomes of rows, in their order, and with `keep` makes it so in one transaction with its events. What is refused is
   * left out where `keep` is `valid`; where it is `all`, a refused row throws {@link RowsRefused} and nothing is kept.
   */
  put(rows: readonly GivenRow<Row>[], keep: Keep): Promise<Verdict[]>;
  /** Every row as a file has it, in a stable order. */
  pages(): AsyncIterable<readonly Partial<Row>[]>;
  /** The same rows, telling what each new one hands out, once it is durable; where rows hand out anything. */
  handingOut?(told: (handed: readonly HandedOut[]) => void): SheetStore<Row>;
  /** What is on the map besides a file; where rows are areas. */
  map?(): Promise<readonly CodedOutline[]>;
}

/** What somebody is handed once for a new row, and nobody can read again. */
export interface HandedOut {
  readonly to: string;
  readonly secret: string;
  readonly until: Date;
}

/** What is to be kept of the rows: none of them, all or none, or those that are not refused. */
export type Keep = 'none' | 'all' | 'valid';

/** Rows were refused where all were to be kept: the transaction is undone. */
export class RowsRefused extends Error {
  constructor(readonly verdicts: readonly Verdict[]) {
    super('rows were refused');
  }
}

/** Throws {@link RowsRefused} where all rows were to be kept and some cannot. */
export function demandAll(keep: Keep, verdicts: readonly Verdict[]): void {
  if (keep === 'all' && verdicts.some(({ outcome }) => outcome === 'refused')) throw new RowsRefused(verdicts);
}

/** How a file is imported. */
export interface ImportOptions {
  readonly dryRun: boolean;
  /** Keeps the rows that are not refused; otherwise one refused row means that nothing is written. */
  readonly acceptValid: boolean;
  readonly system: CoordinateSystem;
  /** The codes that rows may refer to (`refersTo`); of others people are told. */
  readonly known?: ReadonlySet<string> | undefined;
  /** Called after each transaction's worth of rows, of both passes. */
  readonly progress?: (done: number, total: number) => void;
}

/** What was found in a file and done with it. */
export interface ImportAnswer {
  readonly format: string;
  readonly encoding?: string;
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Whether anything was written. */
  readonly written: boolean;
  /** The first refused rows. */
  readonly refusals: readonly RowRefusal[];
  /** What people should look at although nothing is refused for it. */
  readonly notes: readonly Texts[];
  /** Every row in its order. */
  readonly verdicts: readonly RowVerdict[];
}

/** A verdict with its row, and where in it the fault is. */
export type RowVerdict =
  { readonly row: number; readonly outcome: Accepted } | ({ readonly outcome: 'refused' } & RowRefusal);

/**
 * Imports a file: all of it is judged before any of it is written. It is written a transaction at a time, and the same file again
 * does what is left to do after an interruption. Throws refusals about the file as such.
 */
export async function importFile<Row>(
  store: SheetStore<Row>,
  bytes: Uint8Array,
  { dryRun, acceptValid, system, known, progress = () => undefined }: ImportOptions,
): Promise<ImportAnswer> {
  const table = await readTable(store.sheet, bytes, system);
  const read = readRows(store.sheet, table, system);
  const { rows, refused, ignored } = read;
  if (rows.length === 0 && refused.length === 0) throw fileEmpty();
  const total = rows.length * (dryRun ? 1 : 2);
  const tell = (done: number) => progress(done, total);
  const judged = await inBatches(read, 'none', store, tell);
  const writes = !dryRun && (acceptValid || [...refused.map(verdictOf), ...judged].every(isAccepted));
  const keep = acceptValid ? 'valid' : 'all';
  const done = writes ? await inBatches(read, keep, store, (n) => tell(n + rows.length)) : judged;
  const verdicts = [...refused.map(verdictOf), ...done].sort((a, b) => a.row - b.row);
  const notes = [...ignoredNote(ignored), ...unknownNote(store.sheet, rows, known), ...(await mapNotes(store, rows))];
  return {
    format: table.format,
    ...(table.encoding && { encoding: table.encoding }),
    ...summary(verdicts, writes),
    notes,
    verdicts,
  };
}

async function inBatches<Row>(
  { rows, placed }: RowsRead<Row>,
  keep: Keep,
  store: SheetStore<Row>,
  tell: (done: number) => void,
): Promise<RowVerdict[]> {
  const verdicts: RowVerdict[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_TRANSACTION) {
    const batch = rows.slice(from, from + ROWS_PER_TRANSACTION);
    const { made, undone } = await put(store, batch, keep);
    const told = made.flatMap((verdict, at): RowVerdict[] => {
      const given = batch[at];
      if (!given) return [];
      if (verdict.outcome !== 'refused') return [{ row: given.row, outcome: verdict.outcome }];
      return [{ outcome: 'refused', ...placed(given, verdict.refusal) }];
    });
    verdicts.push(...(undone ? told.filter(({ outcome }) => outcome === 'refused') : told));
    tell(verdicts.length);
    if (undone) break;
  }
  return verdicts;
}

/** What was judged well may be refused when it is written, since others write too; then nothing of its transaction is kept. */
async function put<Row>(
  store: SheetStore<Row>,
  rows: readonly GivenRow<Row>[],
  keep: Keep,
): Promise<{ made: readonly Verdict[]; undone?: true }> {
  try {
    return { made: await store.put(rows, keep) };
  } catch (error) {
    if (!(error instanceof RowsRefused)) throw error;
    return { made: error.verdicts, undone: true };
  }
}

const isAccepted = ({ outcome }: RowVerdict): boolean => outcome !== 'refused';

const verdictOf = (refused: RowRefusal): RowVerdict => ({ outcome: 'refused', ...refused });

function summary(verdicts: readonly RowVerdict[], writes: boolean) {
  const count = (wanted: Verdict['outcome']): number => verdicts.filter(({ outcome }) => outcome === wanted).length;
  const [created, changed] = [count('created'), count('changed')];
  const refusals = verdicts
    .flatMap((verdict): RowRefusal[] => (verdict.outcome === 'refused' ? [verdict] : []))
    .slice(0, REFUSALS_SHOWN);
  return {
    rows: verdicts.length,
    created,
    changed,
    unchanged: count('unchanged'),
    refused: count('refused'),
    written: writes && created + changed > 0,
    refusals,
  };
}

const ignoredNote = (columns: readonly string[]): Texts[] =>
  columns.length === 0
    ? []
    : [{ zh: `未使用的属性：${columns.join('、')}`, en: `properties that are not used: ${columns.join(', ')}` }];

function unknownNote<Row>(
  { refersTo }: Sheet<Row>,
  rows: readonly GivenRow<Row>[],
  known?: ReadonlySet<string>,
): Texts[] {
  if (!refersTo || !known) return [];
  const named = rows.flatMap(({ values }) => (values[refersTo.field] ?? []) as readonly string[]);
  const unknown = [...new Set(named)].filter((code) => !known.has(code));
  if (unknown.length === 0) return [];
  const shown = unknown.slice(0, UNKNOWN_SHOWN).join(', ') + (unknown.length > UNKNOWN_SHOWN ? ' …' : '');
  return [
    {
      zh: `尚无这些代码，请核对或随后导入（${refersTo.kind}）：${shown}`,
      en: `there are no such ${refersTo.kind} yet, check them or import them next: ${shown}`,
    },
  ];
}

async function mapNotes<Row>(store: SheetStore<Row>, rows: readonly GivenRow<Row>[]): Promise<Texts[]> {
  if (!store.map) return [];
  const given = rows.map(({ values }) => values as unknown as CodedOutline);
  const codes = new Set(given.map(({ code }) => code));
  return coverageNotes([...(await store.map()).filter(({ code }) => !codes.has(code)), ...given]);
}
