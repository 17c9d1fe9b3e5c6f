import type { RecordedHistory, TopicRecord } from './recorded-history.js';

/** One way to spoil a good history, and the invariant that has to notice. */
export interface Corruption {
  readonly name: string;
  readonly invariant: string;
  readonly spoil: (history: RecordedHistory) => void;
}

const isType = (type: string) => (record: TopicRecord) => record.headers['ce_type'] === type;
const last = '9999999999999999999999';

/** Changes the body of the first record of a type. */
function withBody(history: RecordedHistory, type: string, change: (body: Record<string, unknown>) => object): void {
  history.changeTopic((records) => {
    const first = records.find(isType(type));
    const id = first?.headers['ce_id'];
    return records.map((record) =>
      record.headers['ce_id'] === id
        ? { ...record, value: JSON.stringify(change(JSON.parse(record.value) as Record<string, unknown>)) }
        : record,
    );
  });
}

const one = (table: string, where = '1 = 1'): string =>
  `(SELECT \`id\` FROM \`${table}\` WHERE ${where} ORDER BY \`id\` LIMIT 1)`;

/** Every kind of damage that the invariants name. */
export const CORRUPTIONS: readonly Corruption[] = [
  {
    name: 'an acknowledged report is gone',
    invariant: 'I1',
    spoil: (h) => h.change('intake', `DELETE FROM report WHERE id = ${one('report')}`),
  },
  {
    name: 'a report exists that nobody sent',
    invariant: 'I1',
    spoil: (h) => h.double('intake', 'report', 'LIMIT 1', { id: 'extra', receipt: 'HZ-extra' }),
  },
  {
    name: 'an incident has another number than was answered',
    invariant: 'I1',
    spoil: (h) => h.change('intake', `UPDATE incident SET number = 'JQ0' WHERE id = ${one('incident')}`),
  },
  {
    name: 'no event carries a report',
    invariant: 'I1',
    spoil: (h) => withBody(h, 'incident.reported.v1', (body) => ({ ...body, reportId: 'another' })),
  },
  {
    name: 'a unit held more than its capacity',
    invariant: 'I2',
    spoil: (h) => h.change('routing', 'UPDATE unit SET capacity = 0'),
  },
  {
    name: 'an active assignment takes no place of its unit',
    invariant: 'I2',
    spoil: (h) => h.change('routing', `UPDATE assignment SET state = 'WORKING' WHERE id = ${one('assignment')}`),
  },
  {
    name: 'an event never reached the topic',
    invariant: 'I3',
    spoil: (h) => h.changeTopic((records) => records.filter(({ headers }) => headers['ce_sequence'] !== '2')),
  },
  {
    name: 'two events carry one number',
    invariant: 'I3',
    spoil: (h) =>
      h.changeTopic((records) => {
        const twin = records.find(isType('dispatch.planned.v1')) as TopicRecord;
        return [...records, { ...twin, offset: last, headers: { ...twin.headers, ce_id: 'twin' } }];
      }),
  },
  {
    name: 'events of one incident were sent out of order',
    invariant: 'I3',
    spoil: (h) =>
      h.changeTopic((records) => {
        const id = records.find(isType('dispatch.planned.v1'))?.headers['ce_id'];
        return records.map((record) => (record.headers['ce_id'] === id ? { ...record, offset: last } : record));
      }),
  },
  {
    name: 'an event waits in an outbox',
    invariant: 'I3',
    spoil: (h) =>
      h.change(
        'routing',
        "INSERT INTO outbox (id, topic, aggregate_type, aggregate_id, aggregate_seq, type, headers, payload, created_at) VALUES ('x', 't', 'incident', 'x', 1, 'x', '{}', '{}', '')",
      ),
  },
  {
    name: 'an assignment made a step that is not in its table',
    invariant: 'I3',
    spoil: (h) => withBody(h, 'assignment.acknowledged.v1', (body) => ({ ...body, state: 'COMPLETED' })),
  },
  {
    name: 'a dispatch stands where no event led it',
    invariant: 'I3',
    spoil: (h) => h.change('routing', "UPDATE dispatch SET state = 'RESPONDING'"),
  },
  {
    name: 'an incident was dispatched twice',
    invariant: 'I4',
    spoil: (h) =>
      h.changeTopic((records) => {
        const again = records.find(isType('dispatch.planned.v1')) as TopicRecord;
        return [
          ...records,
          { ...again, offset: last, headers: { ...again.headers, ce_id: 'again', ce_sequence: '99' } },
        ];
      }),
  },
  {
    name: 'an incident has two cases',
    invariant: 'I4',
    spoil: (h) => h.double('cases', 'case_record', 'LIMIT 1', { id: 'second', number: 'second' }),
  },
  {
    name: 'an incident has no file',
    invariant: 'I4',
    spoil: (h) => h.change('cases', `DELETE FROM incident_file WHERE id = ${one('incident_file')}`),
  },
  {
    name: 'an assignment row is gone',
    invariant: 'I4',
    spoil: (h) => h.change('routing', `DELETE FROM assignment WHERE id = ${one('assignment')}`),
  },
  {
    name: 'an assignment was issued twice for one slot',
    invariant: 'I4',
    spoil: (h) => h.double('routing', 'assignment', "WHERE state = 'COMPLETED' LIMIT 1", { id: 'second' }),
  },
  {
    name: 'the feed tells an event twice',
    invariant: 'I4',
    spoil: (h) => h.double('notifications', 'feed', 'ORDER BY seq LIMIT 1', { seq: 999999 }),
  },
  {
    name: 'an enterprise got a notice twice',
    invariant: 'I4',
    spoil: (h) => h.double('notifications', 'notice', 'LIMIT 1', { id: 'second' }),
  },
  {
    name: 'the timeline of a file lacks an event',
    invariant: 'I4',
    spoil: (h) => h.change('cases', "DELETE FROM timeline_entry WHERE source = 'routing' AND sequence = 2"),
  },
  {
    name: 'a contact that was told of is not known',
    invariant: 'I4',
    spoil: (h) => h.change('cases', 'DELETE FROM contact'),
  },
  {
    name: 'a contact who was shut out may still be named',
    invariant: 'I4',
    spoil: (h) => h.change('identity', 'UPDATE account SET disabled = 1 WHERE published > 0'),
  },
  {
    name: 'a repeated request would get another answer',
    invariant: 'I4',
    spoil: (h) => h.change('intake', `UPDATE idempotency_key SET response = '{"body":{}}'`),
  },
  {
    name: 'the feed has a hole',
    invariant: 'I6',
    spoil: (h) => h.change('notifications', 'DELETE FROM feed WHERE seq = 3'),
  },
  {
    name: 'the feed ends before its counter',
    invariant: 'I6',
    spoil: (h) => h.change('notifications', 'UPDATE feed_counter SET value = value + 1'),
  },
  {
    name: 'a notice was never told',
    invariant: 'I6',
    spoil: (h) => h.change('notifications', "UPDATE feed SET notice = '{}' WHERE notice IS NOT NULL"),
  },
  {
    name: 'notices of an incident have a hole',
    invariant: 'I6',
    spoil: (h) => h.change('notifications', 'UPDATE notice SET position = position + 100'),
  },
  {
    name: 'events of an incident were told in the wrong order',
    invariant: 'I6',
    spoil: (h) => h.change('notifications', 'UPDATE feed SET seq = -seq'),
  },
  {
    name: 'an open slot has neither a unit nor a reason',
    invariant: 'I8',
    spoil: (h) => h.change('routing', `UPDATE dispatch SET slots = '[{"slot":1}]', state = 'DISPATCHED'`),
  },
  {
    name: 'an incident was dispatched a minute late',
    invariant: 'I8',
    spoil: (h) =>
      h.changeTopic((records) =>
        records.map((record) =>
          isType('dispatch.planned.v1')(record)
            ? {
                ...record,
                headers: {
                  ...record.headers,
                  ce_time: new Date(Date.parse(record.headers['ce_time'] ?? '') + 3_600_000).toISOString(),
                },
              }
            : record,
        ),
      ),
  },
  {
    name: 'money was returned that nobody held',
    invariant: 'I9',
    spoil: (h) => h.double('cases', 'ledger_entry', 'LIMIT 1', { id: 'second', line: 2, kind: 'RETURNED' }),
  },
  {
    name: 'the reported loss was entered twice',
    invariant: 'I9',
    spoil: (h) => h.double('cases', 'ledger_entry', 'LIMIT 1', { id: 'second', line: 2 }),
  },
  {
    name: 'an amount was changed afterwards',
    invariant: 'I9',
    spoil: (h) => h.change('cases', 'UPDATE ledger_entry SET amount_fen = amount_fen + 1'),
  },
];
