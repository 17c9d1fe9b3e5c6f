import { createConnection } from 'mysql2/promise';
import { stackEnvironment } from './stack.mjs';

/** Drops every database of the stack whose name starts with a prefix (a test's own). */
export async function dropDatabases(prefix) {
  if (!/^qijing_[a-z0-9]+_/.test(prefix)) throw new Error(`refusing to drop databases starting with ${prefix}`);
  const env = stackEnvironment();
  const connection = await createConnection({
    host: env.QIJING_DB_HOST,
    port: Number(env.QIJING_DB_PORT),
    user: env.QIJING_DB_USER,
    password: env.QIJING_DB_PASSWORD,
  });
  try {
    const [rows] = await connection.query('SHOW DATABASES');
    for (const { Database: name } of rows) {
      if (name.startsWith(prefix)) await connection.query(`DROP DATABASE \`${name}\``);
    }
  } finally {
    await connection.end();
  }
}
