import { createPool } from 'mysql2/promise';

/** The bare store on MariaDB or MySQL: plain SQL over a pool, READ COMMITTED, durable as the server is set. */
export async function openMariadb({ database, ...server }, ddl) {
  const pool = createPool({ ...server, connectionLimit: 10, timezone: 'Z', dateStrings: true });
  await pool.query(`CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await pool.end();
  const own = createPool({ ...server, database, connectionLimit: 10, timezone: 'Z', dateStrings: true });
  own.pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
  for (const statement of ddl) await own.query(statement);
  const counts = { roundTrips: 0, commits: 0 };
  const ask = async (connection, sql, params) => {
    counts.roundTrips += 1;
    return (await connection.query(sql, params))[0];
  };
  const write = async (work) => {
    const connection = await own.getConnection();
    try {
      await ask(connection, 'START TRANSACTION');
      const result = await work({
        insert: (table, columns, rows) =>
          ask(connection, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [rows]),
        run: async (sql, params) => (await ask(connection, sql, params)).affectedRows,
        select: (sql, params) => ask(connection, sql, params),
      });
      await ask(connection, 'COMMIT');
      counts.commits += 1;
      return result;
    } catch (error) {
      await connection.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      connection.release();
    }
  };
  return {
    counts,
    write,
    outboxPage: (most) => ask(own, `SELECT seq, id, source, payload FROM outbox ORDER BY seq LIMIT ${most}`),
    outboxDelete: (seqs) => ask(own, 'DELETE FROM outbox WHERE seq IN (?)', [seqs]),
    close: () => own.end(),
  };
}
