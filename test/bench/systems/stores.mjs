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
    has: async (service, name) =>
      (await pool.query('SHOW TABLES FROM ?? LIKE ?', [`${databases}${service}`, name]))[0].length > 0,
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

/** The SQLite files of an embedded system from outside: one for all services, whose tables carry their name, or one each. */
export function fileStores(dir) {
  const open = new Map();
  const shared = () => existsSync(join(dir, 'qijing.sqlite'));
  const fileOf = (service) => join(dir, `${shared() ? 'qijing' : service}.sqlite`);
  const named = (service, name) => (shared() ? `${service}_${name}` : name);
  const of = (service) => {
    const file = fileOf(service);
    if (!open.has(file)) {
      const db = new libsql(file);
      db.exec('PRAGMA busy_timeout = 2000');
      open.set(file, db);
    }
    return open.get(file);
  };
  const prepared = (service, sql) => of(service).prepare(sql.replaceAll('@', named(service, '')));
  // all(), not get(): a statement that is not read to its end would hold the file's past open
  const all = (service, sql, params = []) => prepared(service, sql).all(...params);
  return {
    all: async (service, sql, params) => all(service, sql, params),
    run: async (service, sql, params) => void prepared(service, sql).run(...params),
    has: async (service, name) =>
      all(service, 'SELECT `name` FROM sqlite_master WHERE `name` = ?', [named(service, name)]).length > 0,
    /** Every event that is sent passes the outbox of its service, whose numbers never come again. */
    messages: async () =>
      // a system may consist of intake alone
      ['intake', 'routing', 'cases'].reduce((sum, service) => {
        if (!existsSync(fileOf(service))) return sum;
        const [row] = all(service, 'SELECT seq FROM sqlite_sequence WHERE name = ?', [named(service, 'outbox')]);
        return sum + Number(row?.seq ?? 0);
      }, 0),
    remove: async () => [...open.values()].forEach((db) => db.close()),
  };
}
