import { existsSync } from 'node:fs';
import { fileOf, storesOf } from '../../kit/stores.mjs';

/** What is read, column by column: the checker knows the tables, not the code that fills them. */
const TABLES = {
  intake: {
    report: ['id', 'incident_id', 'receipt'],
    incident: ['id', 'number', 'state', 'priority', 'report_count', 'published'],
    enterprise: ['id', 'version'],
    contact: ['id', 'enabled', 'version'],
  },
  routing: {
    unit: ['id', 'capacity', 'version'],
    dispatch: ['id', 'state', 'slots', 'published', 'seen'],
    assignment: ['id', 'incident_id', 'slot', 'role', 'unit_id', 'state', 'unit_slot', 'milestones'],
    dispatch_gap: ['incident_id', 'slot'],
  },
  cases: {
    incident_file: ['id', 'number', 'state', 'published', 'seen'],
    case_record: ['id', 'incident_id', 'number', 'kind', 'state'],
    ledger_entry: [
      ...['id', 'case_id', 'line', 'kind', 'amount_fen', 'holding', 'reverses', 'by', 'approved_by'],
      'recorded_at',
    ],
    timeline_entry: ['incident_id', 'source', 'sequence', 'type', 'recorded_at'],
    contact: ['id', 'enabled', 'version'],
  },
  notifications: {
    incident_audience: ['id', 'notices', 'seen'],
    feed_counter: ['name', 'value'],
    feed: ['seq', 'type', 'incident_id', 'audiences', 'data', 'notice_to', 'notice'],
    notice: ['id', 'incident_id', 'event_id', 'template', 'position'],
  },
  identity: {
    account: ['id', 'disabled', 'roles', 'published'],
    session: ['id', 'account_id'],
  },
};

/** Of every service; checkpoints first, so that what they seal is read after them. */
const AUDIT = {
  audit_checkpoint: ['seq', 'at', 'heads', 'root', 'prev_hash', 'hash'],
  audit_entry: [
    ...['subject', 'seq', 'at', 'actor', 'act', 'object', 'success', 'payload', 'session', 'address', 'outcome'],
    ...['detail', 'prev_hash', 'hash'],
  ],
};

/** Messaging tables; keys of answered requests where the service takes any. */
const MESSAGING = {
  outbox: ['topic', 'aggregate_id', 'aggregate_seq', 'type'],
  stream_cursor: ['consumer', 'source', 'aggregate_id', 'last_seq', 'parked'],
  parked_event: ['consumer', 'topic', 'source', 'aggregate_id', 'aggregate_seq', 'reason', 'error'],
};
const KEYED = ['intake', 'routing', 'cases'];
const KEYS = ['actor', 'key', 'status', 'response'];

/**
 * Reads what the invariants look at.
 * @param {{sqliteDir?: string, mysql?: {host: string, port: number, user: string, password: string, prefix: string}}} from
 * @returns {Promise<Record<string, Record<string, object[]>>>} rows by service and table
 */
export async function readDatabases(from) {
  if (from.sqliteDir && !existsSync(fileOf(from.sqliteDir, 'intake'))) throw new Error(`${from.sqliteDir} is empty`);
  const stores = storesOf(from);
  const services = {};
  try {
    for (const service of Object.keys(TABLES)) services[service] = await readService(service, stores);
  } finally {
    await stores.close();
  }
  return services;
}

async function readService(service, stores) {
  const tables = {};
  const wanted = {
    ...TABLES[service],
    ...AUDIT,
    ...MESSAGING,
    ...(KEYED.includes(service) && { idempotency_key: KEYS }),
  };
  for (const [table, columns] of Object.entries(wanted)) {
    const list = columns.map((column) => `\`${column}\``).join(', ');
    tables[table] = await stores.all(service, `SELECT ${list} FROM \`@${table}\``);
  }
  return tables;
}
