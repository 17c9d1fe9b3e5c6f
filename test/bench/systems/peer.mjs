import kafkajs from 'kafkajs';
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { storesOf } from '../../kit/stores.mjs';
import { topicsOf } from '../../kit/topics.mjs';
import { servers } from './stores.mjs';

const SOURCES = inRoot('test/bench/peer');
const COMPILED = inRoot('.cache/bench-peer');
const PARTS = ['intake', 'routing', 'cases', 'notifications'];
const EVENTS = ['incident.reported.v1', 'dispatch.planned.v1'];

/** The naive peer on MariaDB and Kafka, a process per service; what the first pages of the manuals lead to. */
export async function openPeer() {
  const prefix = `qijing_peer_${randomBytes(3).toString('hex')}_`;
  const { mysql, brokers } = servers();
  const stores = storesOf({ mysql: { ...mysql, prefix } });
  const topics = topicsOf({ brokers, prefix });
  await prepare(mysql, brokers, prefix);
  const main = await compile();
  const processes = [];
  for (const part of PARTS) processes.push(await startProcess(main, { part, prefix, brokers, mysql }));
  const portOf = (part) => processes[PARTS.indexOf(part)].port;
  return {
    name: 'peer',
    profile: 'cluster',
    port: portOf('intake'),
    live: { url: `http://127.0.0.1:${portOf('notifications')}/api/v1/live` },
    release: async () => undefined,
    stop: async () => {
      for (const { child, exited } of processes) {
        child.kill('SIGKILL');
        await exited;
      }
      await stores.drop();
      await stores.close();
      await topics.drop();
      await topics.close();
    },
  };
}

/** TypeScript with decorators, file by file: types are checked with the rest of the repository. */
async function compile() {
  const { default: ts } = await import('typescript');
  const { compilerOptions } = ts.readConfigFile(inRoot('tsconfig.json'), ts.sys.readFile).config;
  const options = ts.convertCompilerOptionsFromJson({ ...compilerOptions, module: 'esnext' }, inRoot()).options;
  mkdirSync(COMPILED, { recursive: true });
  for (const file of readdirSync(SOURCES)) {
    const text = readFileSync(`${SOURCES}/${file}`, 'utf8');
    const { outputText } = ts.transpileModule(text, { compilerOptions: { ...options, sourceMap: false } });
    writeFileSync(`${COMPILED}/${file.replace(/\.ts$/, '.js')}`, outputText);
  }
  return `${COMPILED}/main.js`;
}

async function prepare(mysql, brokers, prefix) {
  const connection = await createConnection(mysql);
  for (const part of PARTS) await connection.query(`CREATE DATABASE \`${prefix}${part}\` CHARACTER SET utf8mb4`);
  await connection.end();
  const admin = new kafkajs.Kafka({ clientId: 'bench', brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = EVENTS.map((event) => ({ topic: `${prefix}${event}`, numPartitions: 12 }));
  await admin.createTopics({ waitForLeaders: true, topics });
  await admin.disconnect();
}

async function startProcess(main, settings) {
  const port = await freePort();
  const env = { ...process.env, PEER_SETTINGS: JSON.stringify({ ...settings, port }) };
  const child = fork(main, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    exited.then((code) => Promise.reject(new Error(`the peer ended with ${code}`))),
  ]);
  return { child, exited, port };
}
