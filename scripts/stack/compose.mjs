import { randomBytes } from 'node:crypto';
import { serviceNames } from '../lib/route-table.mjs';
import { run, sleep } from '../lib/command.mjs';
import { say } from '../lib/command-line.mjs';
import { inRoot } from '../lib/paths.mjs';
import { keepOrTake } from '../lib/ports.mjs';
import { brokerAnswers, databaseAnswers } from './probes.mjs';
import { checkoutId, patchState, readState } from './state.mjs';

const secret = () => randomBytes(18).toString('base64url');

/** Whether a Docker engine answers and its client knows Compose. */
export async function composeWorks() {
  const quietly = { allowFailure: true };
  return (
    (await run('docker', ['info'], quietly)).code === 0 &&
    (await run('docker', ['compose', 'version'], quietly)).code === 0
  );
}

/** Starts `mysql` and `kafka` of the compose file with their ports on 127.0.0.1, and waits until both answer. */
export async function composeUp() {
  const known = readState().compose ?? {};
  const state = {
    dbPort: known.dbPort ?? (await keepOrTake()),
    kafkaPort: known.kafkaPort ?? (await keepOrTake()),
    password: known.password ?? secret(),
    servicePassword: known.servicePassword ?? secret(),
    rootPassword: known.rootPassword ?? secret(),
    startedAt: new Date().toISOString(),
  };
  patchState({ mode: 'compose', compose: state });
  say(`starting MySQL (port ${state.dbPort}) and Kafka (port ${state.kafkaPort}) with Docker Compose`);
  await compose(state, 'up', '--detach', '--wait', 'mysql', 'kafka');
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(500)) {
    if ((await databaseAnswers(connectionOf(state))) && (await brokerAnswers(brokersOf(state)))) return state;
  }
  throw new Error('the containers do not answer; see `docker compose logs`');
}

export async function composeDown(wipe) {
  const state = readState().compose;
  if (!state) return 'not running';
  await compose(state, 'down', ...(wipe ? ['--volumes'] : []));
  return 'stopped';
}

export const connectionOf = (state) => ({
  host: '127.0.0.1',
  port: state.dbPort,
  user: 'qijing',
  password: state.password,
  serviceUser: 'qijing_{service}',
  servicePassword: state.servicePassword,
});
export const brokersOf = (state) => [`127.0.0.1:${state.kafkaPort}`];

function compose(state, ...words) {
  const files = ['-f', inRoot('docker/compose.yaml'), '-f', inRoot('docker/compose.stack.yaml')];
  return run('docker', ['compose', '-p', `qijing-stack-${checkoutId}`, ...files, ...words], {
    env: {
      QIJING_DB_PASSWORD: state.password,
      ...Object.fromEntries(
        serviceNames.map((name) => [`QIJING_DB_PASSWORD_${name.toUpperCase()}`, state.servicePassword]),
      ),
      QIJING_DB_ROOT_PASSWORD: state.rootPassword,
      QIJING_STACK_DB_PORT: String(state.dbPort),
      QIJING_STACK_KAFKA_PORT: String(state.kafkaPort),
      QIJING_HOSTNAME: 'localhost',
    },
  });
}
