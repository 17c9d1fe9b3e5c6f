import { connect } from 'node:net';
import kafkajs from 'kafkajs';
import mysql from 'mysql2/promise';

/**
 * A real handshake and a query as the services' user.
 * @returns {Promise<string | undefined>} the server's version, or undefined when it does not answer
 */
export async function databaseAnswers({ host, port, user, password }) {
  let connection;
  try {
    connection = await mysql.createConnection({ host, port, user, password, connectTimeout: 3_000 });
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return rows[0].version;
  } catch {
    return undefined;
  } finally {
    connection?.destroy();
  }
}

/**
 * Asks a broker for its API versions and its cluster (what kafkajs does before it talks to one).
 * @returns {Promise<string | undefined>} the cluster id, or undefined when nobody answers
 */
export async function brokerAnswers(brokers) {
  if (!(await anyAccepts(brokers))) return undefined;
  const kafka = new kafkajs.Kafka({
    clientId: 'qijing-stack',
    brokers,
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 1_000,
    requestTimeout: 3_000,
    retry: { retries: 1, initialRetryTime: 100 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    return cluster.brokers.length > 0 ? cluster.clusterId : undefined;
  } catch {
    return undefined;
  } finally {
    await admin.disconnect().catch(() => {});
  }
}

async function anyAccepts(brokers) {
  for (const broker of brokers) if (await accepts(broker)) return true;
  return false;
}

function accepts(broker) {
  const at = broker.lastIndexOf(':');
  return new Promise((resolve) => {
    const socket = connect({ host: broker.slice(0, at), port: Number(broker.slice(at + 1)), timeout: 1_000 });
    const end = (answer) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
