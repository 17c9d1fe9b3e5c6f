const INBOX = 'libs/messaging/src/inbox/inbox.js';
const CURSORS = 'libs/messaging/src/inbox/cursors.js';
const AGGREGATES = 'libs/persistence/src/aggregates.js';
const COMMITTER = 'libs/messaging/src/inbox/committer.js';
const SENDER = 'libs/messaging/src/outbox/page-sender.js';
const BROKER = 'libs/messaging/src/adapters/in-process/broker.js';
const CHAIN = 'libs/messaging/src/adapters/in-process/event-chain.js';
const OPEN = 'libs/messaging/src/open-event-bus.js';

/** Writes down what reaches the bus of the embedded profile, as a topic would keep it. */
const recorder = [
  {
    file: BROKER,
    from: 'export class InProcessBroker {',
    to: `import { appendFileSync } from 'node:fs';
let place = 0;
const note = (records) => {
  for (const record of records) {
    const partition = [...record.key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 12, 7);
    const offset = String(BigInt(Date.now()) * 1000000n + BigInt((place += 1)));
    appendFileSync(process.env.QIJING_TOPIC_FILE, JSON.stringify({ ...record, partition, offset }) + '\\n');
  }
};
export class InProcessBroker {`,
  },
  {
    file: BROKER,
    from: 'sendBatch: (records) => this.send(records)',
    to: 'sendBatch: (records) => (note(records), this.send(records))',
  },
];

/** The same where events are handed over inside transactions: those of a transaction that is through. */
const chainRecorder = [
  {
    file: CHAIN,
    from: 'export class EventChain {',
    to: `import { appendFileSync } from 'node:fs';
import { toHeaders } from '../../codec.js';
let place = 0;
const note = (events) => {
  for (const { topic, envelope, event } of events) {
    const partition = [...envelope.subject].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 12, 7);
    const offset = String(BigInt(Date.now()) * 1000000n + BigInt((place += 1)));
    const record = { topic, key: envelope.subject, headers: toHeaders(envelope), value: JSON.stringify(event) };
    appendFileSync(process.env.QIJING_TOPIC_FILE, JSON.stringify({ ...record, partition, offset }) + '\\n');
  }
};
export class EventChain {`,
  },
  {
    file: CHAIN,
    from: 'freeze(each.event);',
    to: 'freeze(each.event);\n            unit.afterCommit(() => note([each]));',
  },
  {
    file: CHAIN,
    from: 'const found = await leftoversOf(this.publishers, unit);',
    to: 'const found = await leftoversOf(this.publishers, unit);\n        unit.afterCommit(() => note(found));',
  },
];

/** Events go over the bus of the process, with outbox, relay and cursors, as they do between processes. */
const overBus = [
  ...recorder,
  { file: OPEN, from: 'options.allServices ? new EventChain() : undefined', to: 'undefined' },
];

/** A member that lost its partition and does not know it: it handles every chunk once more, from cursors it read before. */
const zombie = [
  {
    file: COMMITTER,
    from: 'const freed = await this.outlast(() => this.inbox.apply(records), batch);',
    to: `const freed = await this.outlast(() => this.inbox.apply(records), batch);
        await this.outlast(() => this.inbox.apply(records), batch);`,
  },
  // What it read before: the rows that keep what was seen, and the cursors that have rows of their own.
  {
    file: AGGREGATES,
    from: 'const found = await this.database.query(',
    to: `const keepsSeen = this.table.columns.some(({ name }) => name === 'seen');
        const chunk = this.database.connections.service + ids.join();
        const before = keepsSeen ? Aggregates.remembered?.get(chunk) : undefined;
        Aggregates.remembered?.delete(chunk);
        const found = before ?? await this.database.query(`,
  },
  {
    file: AGGREGATES,
    from: 'for (const raw of found)',
    to: `if (keepsSeen && !before) (Aggregates.remembered ??= new Map()).set(chunk, structuredClone(found));
        for (const raw of found)`,
  },
  {
    file: CURSORS,
    from: 'const alone = await this.database.rows(cursorTable,',
    to: `const chunk = this.home.consumer + others.join();
        const before = Cursors.remembered?.get(chunk);
        Cursors.remembered?.delete(chunk);
        const alone = before ?? await this.database.rows(cursorTable,`,
  },
  {
    file: CURSORS,
    from: 'for (const cursor of alone)',
    to: `if (!before) (Cursors.remembered ??= new Map()).set(chunk, alone.map((row) => ({ ...row })));
        for (const cursor of alone)`,
  },
];

/** What a build could get wrong, as changes of the compiled programs; and where the process is to die, at which passage, for it to show. */
export const DEFECTS = {
  none: { changes: chainRecorder, kills: ['inbox.handled@2'] },
  'none, over the bus': { changes: overBus, kills: ['inbox.committed@2'] },
  'dedupe switched off': {
    changes: [
      ...overBus,
      { file: INBOX, from: 'if (envelope.sequence <= cursor.lastSeq)\n            return false;', to: '' },
      { file: INBOX, from: 'return sequence === lastSeq + 1;', to: 'return true;' },
    ],
    // Each passage is another consumer's: to some of them an event means nothing, and taking it twice changes nothing.
    kills: [1, 2, 3, 4, 5, 6, 7].map((passage) => `inbox.committed@${passage}`),
  },
  'relay deleting before the ack': {
    changes: [
      ...overBus,
      {
        file: SENDER,
        from: 'const sent = this.producer.sendBatch(rows.map(toRecord));',
        to: `const gone = rows.map(({ seq }) => seq);
            await this.database.alone(\`DELETE FROM \\\`outbox\\\` WHERE \\\`seq\\\` IN (\${gone.map(() => '?').join(', ')})\`, gone);
            failpoint('relay.sent');
            const sent = this.producer.sendBatch(rows.map(toRecord));`,
      },
    ],
    // Each passage is another service's relay: what some of them lose is only the place of a unit.
    kills: [1, 2, 3, 4].map((passage) => `relay.sent@${passage}`),
  },
  'a zombie before a guarded cursor': { changes: [...overBus, ...zombie], kills: [] },
  'cursor unguarded': {
    changes: [
      ...overBus,
      ...zombie,
      { file: CURSORS, from: 'if (matched !== moved.length)', to: 'if (matched < 0)' },
      { file: CURSORS, from: 'AND `last_seq` = ? AND `parked` = ?)', to: 'AND ? >= 0 AND ? >= 0)' },
      // So are the rows that keep what was seen, by their version.
      { file: AGGREGATES, from: 'if (matched !== changed.length)', to: 'if (matched < 0)' },
      { file: AGGREGATES, from: '(`id` = ? AND `version` = ?)', to: '(`id` = ? AND ? IS NOT NULL)' },
      // A new one is guarded by its key: with that alone a chunk that has one new incident in it would be saved whole.
      {
        file: AGGREGATES,
        from: 'await this.database.insertBound(this.table,',
        to: `const missing = [];
            for (const each of fresh)
                if (!(await this.database.one(this.table, 'WHERE id = ?', [each.row.id]))) missing.push(each);
            fresh = missing;
            await this.database.insertBound(this.table,`,
      },
      {
        file: CURSORS,
        from: 'await this.database.insert(cursorTable, rows);',
        to: `const known = 'WHERE consumer = ? AND source = ? AND aggregate_id = ?';
            for (const row of rows) {
              const there = await this.database.rows(cursorTable, known, [row.consumer, row.source, row.aggregateId]);
              if (there.length === 0) await this.database.insert(cursorTable, [row]);
            }`,
      },
    ],
    kills: [],
  },
};
