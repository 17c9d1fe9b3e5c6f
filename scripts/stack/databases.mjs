import { createConnection } from 'mysql2/promise';
import { ownerOf } from './stack.mjs';

/** Drops every database of the stack whose name starts with a prefix (a test's own). */
export async function dropDatabases(prefix) {
  if (!/^qijing_[a-z0-9]+_/.test(prefix)) throw new Error(`refusing to drop databases starting with ${prefix}`);
  const connection = await createConnection(ownerOf());
  try {
    const [rows] = await connection.query('SHOW DATABASES');
    for (const { Database: name } of rows) {
      if (name.startsWith(prefix)) await connection.query(`DROP DATABASE \`${name}\``);
    }
  } finally {
    await connection.end();
  }
}
