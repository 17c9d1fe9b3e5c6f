import kafkajs from 'kafkajs';
import libsql from 'libsql';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from 'mysql2/promise';
import { stackEnvironment } from '../../../scripts/stack/stack.mjs';
import { readState } from '../../../scripts/stack/state.mjs';

/** How the servers of the stack are reached, for programs that read no QIJING_ variables. */
export function servers() {
  const environment = stackEnvironment();
  return {
    mysql: {
      host: environment.QIJING_DB_HOST,
      port: Number(environment.QIJING_DB_PORT),
      user: environment.QIJING_DB_USER,
      password: environment.QIJING_DB_PASSWORD,
    },
    brokers: environment.QIJING_KAFKA_BROKERS.split(','),
    /** Process ids of database and broker, where this checkout started them. */
    pids: [readState().mariadb?.pid, readState().kafka?.pid].filter(Boolean),
  };
}

/** The databases of the cluster from outside: SQL, sizes of topics, and removal of what a bench left. */
export function clusterStores({ mysql, brokers, databases, topics }) {
  const pool = createPool({ ...mysql, connectionLimit: 2 });
  const admin = new kafkajs.Kafka({ clientId: 'bench', brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  const connected = admin.connect();
  pool.pool.on('connection', (connection) =>
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'),
  );
  const named = (service, sql) => sql.replaceAll('@', `\`${databases}${service}\`.`);
  const own = async () => (await admin.listTopics()).filter((topic) => topic.startsWith(topics));
  return {
    /** `@table` is a table of the service. */
    all: async (service, sql, params = []) => (await pool.query(named(service, sql), params))[0],
    run: async (service, sql, params) => void (await pool.query(named(service, sql), params)),
    messages: async () => {
      await connected;
      let total = 0;
      for (const topic of await own())
        for (const { high } of await admin.fetchTopicOffsets(topic)) total += Number(high);
      return total;
    },
    durability: async () => {
      const [[row]] = await pool.query('SELECT @@innodb_flush_log_at_trx_commit AS flush, VERSION() AS version');
      if (Number(row.flush) !== 1)
        throw new Error('innodb_flush_log_at_trx_commit is not 1: nothing could be compared');
      return row.version;
    },
    remove: async () => {
      for (const service of ['intake', 'routing', 'cases', 'notifications', 'identity'])
        await pool.query(`DROP DATABASE IF EXISTS \`${databases}${service}\``);
      await connected;
      const left = await own();
      if (left.length > 0) await admin.deleteTopics({ topics: left });
      await admin.disconnect();
      await pool.end();
    },
  };
}

/** The SQLite files of an embedded system from outside. */
export function fileStores(dir) {
  const open = new Map();
  const exists = (service) => existsSync(join(dir, `${service}.sqlite`));
  const of = (service) => {
    if (!open.has(service)) {
      const db = new libsql(join(dir, `${service}.sqlite`));
      db.exec('PRAGMA busy_timeout = 2000');
      open.set(service, db);
    }
    return open.get(service);
  };
  return {
    all: async (service, sql, params = []) =>
      of(service)
        .prepare(sql.replaceAll('@', ''))
        .all(...params),
    run: async (service, sql, params) =>
      void of(service)
        .prepare(sql.replaceAll('@', ''))
        .run(...params),
    /** Every event passes the outbox of its service, whose numbers never come again. */
    messages: async () =>
      // a system may consist of intake alone
      ['intake', 'routing', 'cases'].filter(exists).reduce((sum, service) => {
        // all(), not get(): a statement that is not read to its end would hold the file's past open
        const [row] = of(service).prepare("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").all();
        return sum + Number(row?.seq ?? 0);
      }, 0),
    close: () => [...open.values()].forEach((db) => db.close()),
  };
}
