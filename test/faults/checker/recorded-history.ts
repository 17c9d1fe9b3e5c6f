import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openFile, tableOf } from '../../kit/stores.mjs';

const run = promisify(execFile);
const script = (name: string): string => join(import.meta.dirname, name);

/** What the checker says. */
export interface Verdict {
  readonly ok: boolean;
  readonly figures: Readonly<Record<string, number>>;
  readonly checked: Readonly<Record<string, unknown>>;
  readonly violations: readonly { invariant: string; kind: string; subject: string; detail: string }[];
}

/** A record of the topic file. */
export interface TopicRecord {
  key: string;
  value: string;
  partition: number;
  offset: string;
  headers: Record<string, string>;
}

type Row = Record<string, string | number | null>;

/** The data of a system that lived through load and deaths: databases, topic and client log, to be looked at or spoilt. */
export class RecordedHistory {
  private constructor(readonly folder: string) {}

  /** Lets a build with this defect run; `none` is the product as it is. */
  static async record(defect: string): Promise<RecordedHistory> {
    const folder = mkdtempSync(join(tmpdir(), 'qijing-history-'));
    await run(process.execPath, [script('record-history.mjs'), folder, defect], { timeout: 150_000 });
    return new RecordedHistory(folder);
  }

  copy(): RecordedHistory {
    const folder = mkdtempSync(join(tmpdir(), 'qijing-history-'));
    cpSync(this.folder, folder, { recursive: true });
    return new RecordedHistory(folder);
  }

  async check({ topic = true } = {}): Promise<Verdict> {
    const words = [
      script('main.mjs'),
      '--json',
      '--client',
      join(this.folder, 'client.jsonl'),
      '--sqlite',
      this.folder,
    ];
    if (topic) words.push('--topic-file', join(this.folder, 'topic.jsonl'));
    const output = await run(process.execPath, words, { maxBuffer: 64 * 1024 * 1024 }).catch(
      (failed: unknown) => failed as { stdout: string },
    );
    return JSON.parse(output.stdout) as Verdict;
  }

  /** Runs statements on the database of one service, as somebody who owns the file: nothing in it refuses them. */
  change(service: string, ...statements: string[]): void {
    const database = openFile(this.folder, service);
    const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all() as Row[];
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
    for (const statement of statements) database.exec(this.named(service, statement));
    database.close();
  }

  rows(service: string, sql: string): Row[] {
    const database = openFile(this.folder, service);
    const rows = database.prepare(this.named(service, sql)).all() as Row[];
    database.close();
    return rows;
  }

  /** Puts a changed copy of a row beside it, past the unique keys that would forbid it. */
  double(service: string, table: string, tail: string, changes: Row): void {
    const [row] = this.rows(service, `SELECT * FROM \`${table}\` ${tail}`);
    const unique = this.rows(
      service,
      `SELECT name FROM sqlite_master WHERE tbl_name = '${tableOf(service, table, this.folder)}' AND sql LIKE '%UNIQUE INDEX%'`,
    );
    const copy = { ...row, ...changes };
    const names = Object.keys(copy).map((name) => `\`${name}\``);
    const database = openFile(this.folder, service);
    for (const { name } of unique) database.exec(`DROP INDEX \`${String(name)}\``);
    database
      .prepare(
        `INSERT INTO \`${tableOf(service, table, this.folder)}\` (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(copy));
    database.close();
  }

  /** Tables as they are called in the file, in a statement that calls them as their service does. */
  private named(service: string, sql: string): string {
    return sql.replace(
      /\b(FROM|UPDATE|INTO) `?(?!sqlite_)(\w+)`?/g,
      (_all, word: string, table: string) => `${word} \`${tableOf(service, table, this.folder)}\``,
    );
  }

  /** Replaces the records of the topic. */
  changeTopic(change: (records: TopicRecord[]) => TopicRecord[]): void {
    const path = join(this.folder, 'topic.jsonl');
    const records = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    const changed = change(records.map((line) => JSON.parse(line) as TopicRecord));
    writeFileSync(path, changed.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }

  drop(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
