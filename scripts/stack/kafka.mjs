import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, sleep, which } from '../lib/command.mjs';
import { say } from '../lib/command-line.mjs';
import { inRoot } from '../lib/paths.mjs';
import { keepOrTake } from '../lib/ports.mjs';
import { isOurs, startDetached, stopProcess } from '../lib/processes.mjs';
import { canInstall, install } from './packages.mjs';
import { brokerAnswers } from './probes.mjs';
import { inStack, patchState, readState } from './state.mjs';

const pom = inRoot('docker/kafka/pom.xml');
const lib = inStack('kafka/lib');
const properties = inStack('kafka/server.properties');
const logFile = inStack('kafka.log');
const TRIES = 3;
const OLDEST_JAVA = 17;

/** The Kafka that the pom names. */
export const VERSION = /kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8'))?.[1];

export const kafkaIsOurs = () => isOurs(readState().kafka?.pid, properties);

/** Starts the private broker (KRaft, one node) unless it runs; returns its state entry `{pid, port, …}`. */
export async function kafkaUp() {
  const known = readState().kafka;
  if ((await kafkaIsOurs()) && (await brokerAnswers(brokersOf(known)))) {
    say(`Kafka is already running on port ${known.port}`);
    return known;
  }
  await kafkaDown();
  await ensureJava();
  await ensureJars();
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(known, attempt);
    } catch (error) {
      if (attempt === TRIES) throw error;
      say(`${error.message}; trying again on other ports`);
      // one that is merely slow must not work on the same files as the next one
      await kafkaDown();
    }
  }
}

export async function kafkaDown() {
  const outcome = await stopProcess(readState().kafka?.pid, properties);
  patchState({ kafka: { ...readState().kafka, pid: null } });
  return outcome;
}

export const brokersOf = ({ port }) => [`127.0.0.1:${port}`];

const java = () => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java');

async function javaIsGood() {
  const shown = await run(java(), ['-version'], { allowFailure: true });
  const version = /version "(\d+)/.exec(shown.stderr)?.[1];
  return shown.code === 0 && Number(version) >= OLDEST_JAVA;
}

async function ensureJava() {
  const missing = [];
  if (!(await javaIsGood())) missing.push('java');
  if (!jarsAreThere() && !which('mvn')) missing.push('maven');
  if (missing.length === 0) return;
  if (!canInstall()) {
    throw new Error(`${missing.join(' and ')} missing: install Java 17 and Maven, or set QIJING_KAFKA_BROKERS`);
  }
  await install(['openjdk-17-jre-headless', 'maven'], ['default-jre-headless', 'maven']);
  if (!(await javaIsGood())) throw new Error('the java on this machine is older than 17; set JAVA_HOME');
}

/** The hash of the pom beside the jars says which version they are, and that the copy was complete. */
const pomHash = () => createHash('sha256').update(readFileSync(pom)).digest('hex');
const stamp = join(lib, '.pom-hash');
const jarsAreThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === pomHash();

async function ensureJars() {
  if (jarsAreThere()) return;
  say('fetching the jars of Kafka with Maven');
  rmSync(lib, { recursive: true, force: true });
  mkdirSync(lib, { recursive: true });
  const goal = [
    '-B',
    '-q',
    '-f',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${lib}`,
    '-DincludeScope=runtime',
  ];
  const first = await run('mvn', goal, { allowFailure: true });
  if (first.code !== 0) await run('mvn', goal);
  writeFileSync(stamp, pomHash());
}

async function start(known, attempt) {
  const port = await keepOrTake(attempt === 1 ? known?.port : undefined);
  const controllerPort = await keepOrTake(attempt === 1 ? known?.controllerPort : undefined);
  const clusterId = known?.clusterId ?? `q${randomBytes(16).toString('base64url').slice(1)}`;
  patchState({ kafka: { ...known, port, controllerPort, clusterId, pid: null } });
  writeFileSync(properties, serverProperties(port, controllerPort));
  await format(clusterId);
  say(`starting Kafka on port ${port}`);
  const pid = startDetached(java(), ['-Xmx512m', ...jvm, 'kafka.Kafka', properties], {
    logFile,
    cwd: inStack('kafka'),
  });
  const entry = { pid, port, controllerPort, clusterId, startedAt: new Date().toISOString() };
  patchState({ kafka: entry });
  await untilItAnswers(entry);
  return entry;
}

const jvm = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', join(lib, '*')];

async function format(clusterId) {
  if (existsSync(inStack('kafka/data/meta.properties'))) return;
  say('formatting the storage of Kafka');
  const args = [...jvm, 'kafka.tools.StorageTool', 'format', '--ignore-formatted', '-t', clusterId, '-c', properties];
  await run(java(), args);
}

/** One node that is broker and controller; short sessions are safe, for cursors and not the group guard correctness. */
function serverProperties(port, controllerPort) {
  return `${[
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    'controller.listener.names=CONTROLLER',
    `listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    `log.dirs=${inStack('kafka/data')}`,
    'offsets.topic.replication.factor=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'group.initial.rebalance.delay.ms=0',
    'group.min.session.timeout.ms=2000',
    'auto.create.topics.enable=false',
  ].join('\n')}\n`;
}

async function untilItAnswers(entry) {
  for (const until = Date.now() + 90_000; Date.now() < until; await sleep(250)) {
    if (!(await isOurs(entry.pid, properties))) throw new Error(`Kafka did not start; see ${logFile}`);
    if (await brokerAnswers(brokersOf(entry))) return;
  }
  throw new Error(`Kafka does not answer after 90 s; see ${logFile}`);
}
