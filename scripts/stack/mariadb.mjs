import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '../lib/route-table.mjs';
import { run, sleep, which } from '../lib/command.mjs';
import { say } from '../lib/command-line.mjs';
import { keepOrTake } from '../lib/ports.mjs';
import { isOurs, startDetached, stopProcess } from '../lib/processes.mjs';
import { databaseAnswers } from './probes.mjs';
import { canInstall, install } from './packages.mjs';
import { checkoutId, inStack, patchState, readState } from './state.mjs';

const dataDir = inStack('mariadb');
const logFile = inStack('mariadb.log');
const marker = `--datadir=${dataDir}`;
const TRIES = 3;

/** Unix socket paths end at 107 characters: a checkout in a deep folder keeps its socket in the temporary folder. */
const socket = inStack('mariadb.sock').length < 100 ? inStack('mariadb.sock') : `/tmp/qijing-${checkoutId}.sock`;

export const mariadbIsOurs = () => isOurs(readState().mariadb?.pid, marker);

/** Starts the private server unless it runs; returns its state entry `{pid, port, socket, user, password, …}`. */
export async function mariadbUp() {
  const known = readState().mariadb;
  if ((await mariadbIsOurs()) && (await databaseAnswers(connectionOf(known)))) {
    say(`MariaDB is already running on port ${known.port}`);
    return known.servicePassword ? known : granted(known);
  }
  await mariadbDown();
  await ensureInstalled();
  await ensureData();
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(known, attempt);
    } catch (error) {
      if (attempt === TRIES) throw error;
      say(`${error.message}; trying again on another port`);
      // one that is merely slow must not work on the same files as the next one
      await mariadbDown();
    }
  }
}

export async function mariadbDown() {
  const outcome = await stopProcess(readState().mariadb?.pid, marker);
  patchState({ mariadb: { ...readState().mariadb, pid: null } });
  return outcome;
}

const secret = () => randomBytes(18).toString('base64url');

/** Users of the services, who own nothing; on a trial server they have one password. */
const SERVICE_USER = 'qijing_{service}';

/** What a client needs: `{host, port, user, password}` of who owns the databases, and who the services are. */
export function connectionOf({ port, user, password, servicePassword }) {
  return { host: '127.0.0.1', port, user, password, serviceUser: SERVICE_USER, servicePassword };
}

async function ensureInstalled() {
  if (which('mariadbd') && which('mariadb-install-db')) return;
  if (!canInstall()) {
    throw new Error(
      'mariadbd is missing: install MariaDB (Debian: sudo apt-get install mariadb-server), or set QIJING_DB_HOST',
    );
  }
  await install(['mariadb-server', 'mariadb-client']);
}

async function ensureData() {
  if (existsSync(dataDir)) return;
  say('creating the data folder of MariaDB');
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const user = userInfo().username;
  // By way of a link, because the script of MariaDB does not quote the names it is given: a checkout may hold spaces.
  const linkDir = mkdtempSync(join(tmpdir(), 'qijing-'));
  const link = join(linkDir, 'mariadb');
  symlinkSync(fresh, link);
  try {
    await run(which('mariadb-install-db'), [
      '--no-defaults',
      `--datadir=${link}`,
      `--user=${user}`,
      '--auth-root-authentication-method=socket',
      `--auth-root-socket-user=${user}`,
      '--skip-test-db',
    ]);
  } finally {
    rmSync(linkDir, { recursive: true, force: true });
  }
  renameSync(fresh, dataDir);
}

async function start(known, attempt) {
  const port = await keepOrTake(attempt === 1 ? known?.port : undefined);
  say(`starting MariaDB on port ${port}`);
  const pid = startDetached(which('mariadbd'), serverOptions(port), { logFile, cwd: inStack() });
  const entry = {
    pid,
    port,
    socket,
    user: 'qijing',
    password: known?.password ?? secret(),
    servicePassword: known?.servicePassword ?? secret(),
    startedAt: new Date().toISOString(),
  };
  patchState({ mariadb: entry });
  await untilItAnswers(pid);
  await granted(entry);
  if (!(await databaseAnswers(connectionOf(entry)))) throw new Error('MariaDB refuses the user qijing over TCP');
  return entry;
}

/** Durable as in production: a commit is on disk when it is acknowledged. */
function serverOptions(port) {
  return [
    '--no-defaults',
    marker,
    `--user=${userInfo().username}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${inStack('mariadb.pid')}`,
    `--tmpdir=${dataDir}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=256M',
    '--max-connections=400',
    '--max-allowed-packet=64M',
    '--default-time-zone=+00:00',
  ];
}

async function untilItAnswers(pid) {
  const ping = ['--no-defaults', `--socket=${socket}`, 'ping'];
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(150)) {
    if (!(await isOurs(pid, marker))) throw new Error(`MariaDB did not start; see ${logFile}`);
    if ((await run(which('mariadb-admin'), ping, { allowFailure: true })).code === 0) return;
  }
  throw new Error(`MariaDB does not answer after 60 s; see ${logFile}`);
}

/**
 * Root comes in over the socket only, as the user who runs the server. The owner gets what starts with qijing_ and may pass it
 * on, as `qijing migrate` does to the users of the services; see docker/mysql.
 */
async function granted(entry) {
  const known = { ...entry, servicePassword: entry.servicePassword ?? secret() };
  const users = serviceNames.map((service) => [SERVICE_USER.replace('{service}', service), known.servicePassword]);
  const sql = [[known.user, known.password], ...users].flatMap(([user, password]) => [
    `CREATE USER IF NOT EXISTS '${user}'@'%' IDENTIFIED BY '${password}';`,
    `ALTER USER '${user}'@'%' IDENTIFIED BY '${password}';`,
  ]);
  const grants = `GRANT ALL PRIVILEGES ON \`qijing\\_%\`.* TO '${known.user}'@'%' WITH GRANT OPTION;`;
  const words = ['--no-defaults', `--socket=${socket}`, `--user=${userInfo().username}`];
  await run(which('mariadb'), words, { input: [...sql, grants].join('\n') });
  patchState({ mariadb: known });
  return known;
}
