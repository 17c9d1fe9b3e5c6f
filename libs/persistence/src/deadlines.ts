import { actingAs } from './audit/actor.js';
import type { Database } from './database.js';
import { every, type Repeating } from './every.js';
import { sqlTime, type TableDef } from './table.js';

const EVERY_MS = 1000;
/** Rows read at a time. */
const PAGE = 100;
/** For so long the difference between this process's clock and the database's is taken for granted. */
const TRUSTED_MS = 60_000;

/** Rows of a table that fall due. The moment lives on the row: what a deadline is about is changed with it, in one update. */
export interface DueRows<Row> {
  /** Names the deadline in the audit trail. */
  readonly name: string;
  /** Needs an index on the property that says when. */
  readonly table: TableDef<Row>;
  /** A nullable time; a row without one is not waited for. */
  readonly at: keyof Row & string;
  /** Does what is due and sets the row's next moment, if there is one; runs in the unit of work that took the row. */
  readonly fire: (id: string, firedAt: Date) => Promise<void>;
}

/**
 * Fires what fell due by the database's clock, once a second. Every process of a service may run one: a row is taken by an
 * update that only the first one's finds as it was read.
 */
export class DeadlineRunner {
  private readonly turns: (() => Promise<void>)[] = [];
  private repeating: Repeating | undefined;
  private skew = { ms: 0, until: 0 };

  constructor(
    private readonly database: Database,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Adds rows to wait for; before `start`. */
  watch<Row extends { readonly id: string }>(due: DueRows<Row>): void {
    this.turns.push(() => this.fireAll(due));
  }

  /** Begins to wait, if there is anything to wait for. */
  start(): void {
    if (this.turns.length === 0) return;
    this.repeating = every(EVERY_MS, () => this.fire(), { firstMs: 0, report: this.report });
  }

  /** Stops after the turn that is under way. */
  async stop(): Promise<void> {
    await this.repeating?.stop();
  }

  /** Fires everything that is due now. One that fails is reported, stays due for the next turn and holds up no other. */
  async fire(): Promise<void> {
    for (const turn of this.turns) await turn();
  }

  private async fireAll<Row extends { readonly id: string }>(due: DueRows<Row>): Promise<void> {
    const { table, at } = due;
    const column = `\`${table.nameOf(at)}\``;
    const now = sqlTime(await this.now());
    for (let failed = 0; ;) {
      const page = await this.database.rows(table, `WHERE ${column} <= ? ORDER BY ${column}, \`id\` LIMIT ? OFFSET ?`, [
        now,
        PAGE,
        failed,
      ]);
      for (const row of page) {
        await this.fireOne(due, row).catch((error: unknown) => {
          failed += 1;
          this.report(error);
        });
      }
      if (page.length < PAGE) return;
    }
  }

  private async fireOne<Row extends { readonly id: string }>(due: DueRows<Row>, row: Row): Promise<void> {
    const { name, table, at, fire } = due;
    const column = table.nameOf(at);
    const take = `UPDATE \`${table.name}\` SET \`${column}\` = NULL WHERE \`id\` = ? AND \`${column}\` = ?`;
    const read = sqlTime(row[at] as Date);
    await actingAs(`deadline:${name}`, () =>
      this.database.write(async () => {
        if ((await this.database.execute(take, [row.id, read])) === 1) await fire(row.id, await this.database.now());
      }),
    );
  }

  /** The database's clock, asked once a minute. */
  private async now(): Promise<Date> {
    const here = Date.now();
    if (here >= this.skew.until) {
      this.skew = { ms: (await this.database.now()).getTime() - here, until: here + TRUSTED_MS };
    }
    return new Date(here + this.skew.ms);
  }
}
