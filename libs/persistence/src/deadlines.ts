import { actingAs } from './audit/actor.js';
import { placeholders, type Database } from './database.js';
import type { QueryRunner } from 'typeorm';
import { createTable } from './schema.js';
import { column, defineTable, sqlTime } from './table.js';

/** Something that must happen at a moment, kept as a row so that a restart cannot forget it. */
export interface Deadline {
  readonly kind: string;
  /** What it is about; one deadline per kind and subject. */
  readonly subject: string;
  readonly dueAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Table of the deadlines of one service; list it in the service's schema. */
export const deadlines = defineTable<Deadline>(
  'deadline',
  { kind: column.text(40), subject: column.id(), dueAt: column.time(), data: column.json() },
  { primary: ['kind', 'subject'], index: [['dueAt']] },
);

/** The table as services create it in their first migration; frozen. */
export const createDeadlineTable = (runner: QueryRunner): Promise<void> =>
  createTable(
    runner,
    'deadline',
    { kind: column.text(40), subject: column.id(), dueAt: column.time(), data: column.json() },
    { primary: ['kind', 'subject'], index: [['dueAt']] },
  );

/** Sets and clears deadlines inside the unit of work of the change that causes them. */
export class Deadlines {
  constructor(private readonly database: Database) {}

  /** Sets deadlines; written with the transaction. */
  schedule(rows: readonly Deadline[]): void {
    const insert = (batch: Deadline[]) =>
      this.database.insert(
        deadlines,
        batch.sort((a, b) => (a.subject < b.subject ? -1 : 1)),
      );
    this.database.unit.collect(this, 'state', insert, rows);
  }

  /** Clears deadlines that no longer matter, also those set earlier in this unit of work; a missing one is fine. */
  async cancel(kind: string, subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    const pending = this.database.unit.local(this, (): Deadline[] => []);
    const kept = pending.filter((one) => one.kind !== kind || !subjects.includes(one.subject));
    pending.splice(0, pending.length, ...kept);
    await this.database.execute(
      `DELETE FROM \`deadline\` WHERE \`kind\` = ? AND \`subject\` IN (${placeholders(subjects.length)})`,
      [kind, ...subjects],
    );
  }

  /** The oldest deadlines that are due by the database's clock. */
  async due(most: number, skip = 0): Promise<Deadline[]> {
    const now = await this.database.now();
    const tail = 'WHERE `due_at` <= ? ORDER BY `due_at`, `kind`, `subject` LIMIT ? OFFSET ?';
    return this.database.rows(deadlines, tail, [sqlTime(now), most, skip]);
  }

  /** Takes a deadline for this process; false when another one (or an act in time) was faster. */
  async claim({ kind, subject, dueAt }: Deadline): Promise<boolean> {
    const taken = await this.database.execute(
      'DELETE FROM `deadline` WHERE `kind` = ? AND `subject` = ? AND `due_at` = ?',
      [kind, subject, sqlTime(dueAt)],
    );
    return taken === 1;
  }
}

/** Deadlines read at a time. */
const PAGE = 100;

/** What to do when a deadline falls due; runs in the unit of work that claimed it. */
export type DeadlineHandler = (deadline: Deadline, firedAt: Date) => Promise<void>;

/** Fires due deadlines once per second. Every process of a service may run one. */
export class DeadlineRunner {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly handlers = new Map<string, DeadlineHandler>();

  constructor(
    private readonly database: Database,
    private readonly deadlines: Deadlines,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Names the handler of a kind. */
  on(kind: string, handler: DeadlineHandler): void {
    this.handlers.set(kind, handler);
  }

  start(): void {
    const turn = () => {
      this.running = this.fire().catch(this.report);
      void this.running.then(() => {
        if (this.timer) this.timer = setTimeout(turn, 1000);
      });
    };
    this.timer = setTimeout(turn, 0);
  }

  /** Stops after the turn that is under way. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  /** Fires everything that is due now. One that fails is reported, stays due for the next turn and holds up no other. */
  async fire(): Promise<void> {
    for (let failed = 0; ;) {
      const due = await this.deadlines.due(PAGE, failed);
      for (const deadline of due) {
        await this.fireOne(deadline).catch((error: unknown) => {
          failed += 1;
          this.report(error);
        });
      }
      if (due.length < PAGE) return;
    }
  }

  private async fireOne(deadline: Deadline): Promise<void> {
    const handler = this.handlers.get(deadline.kind);
    if (!handler) throw new Error(`no handler for deadline ${deadline.kind}`);
    await actingAs(`deadline:${deadline.kind}`, () =>
      this.database.write(async () => {
        if (await this.deadlines.claim(deadline)) await handler(deadline, await this.database.now());
      }),
    );
  }
}
