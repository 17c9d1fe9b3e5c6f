import libsql from 'libsql';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The bare store on SQLite: WAL, `synchronous = FULL`, one writer at a time, statements prepared once. */
export async function openSqlite({ dir, database }, ddl) {
  mkdirSync(dir, { recursive: true });
  const db = new libsql(join(dir, `${database}.sqlite`));
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  for (const statement of ddl) db.exec(statement);
  const counts = { roundTrips: 0, commits: 0 };
  const prepared = new Map();
  const statement = (sql) => {
    let one = prepared.get(sql);
    if (!one) prepared.set(sql, (one = db.prepare(sql)));
    counts.roundTrips += 1;
    return one;
  };
  // One list parameter stands for itself; `IN (?)` of the other store is spread here.
  const spread = (sql, params = []) => {
    const flat = params.flat();
    return [flat.length === params.length ? sql : sql.replace('(?)', `(${flat.map(() => '?').join(', ')})`), flat];
  };
  const all = (sql, params) => {
    const [text, flat] = spread(sql, params);
    return statement(text).all(...flat);
  };
  const run = (sql, params) => {
    const [text, flat] = spread(sql, params);
    return statement(text).run(...flat).changes;
  };
  const tx = {
    insert: async (table, columns, rows) => {
      const one = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
      const insert = statement(one);
      for (const row of rows) insert.run(...row);
    },
    run: async (sql, params) => run(sql, params),
    select: async (sql, params) => all(sql, params),
  };
  let turn = Promise.resolve();
  const alone = (work) => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const write = (work) =>
    alone(async () => {
      statement('BEGIN IMMEDIATE').run();
      try {
        const result = await work(tx);
        statement('COMMIT').run();
        counts.commits += 1;
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    });
  return {
    counts,
    write,
    outboxPage: (most) =>
      alone(async () => all(`SELECT seq, id, source, payload FROM outbox ORDER BY seq LIMIT ${most}`)),
    outboxDelete: (seqs) => alone(async () => run('DELETE FROM outbox WHERE seq IN (?)', [seqs])),
    close: async () => db.close(),
  };
}
