import { createHash } from 'node:crypto';
import type { Corruption } from './corruptions.js';
import type { RecordedHistory } from './recorded-history.js';

/** Some incident's first event in the record of intake. */
const SOME = "(SELECT subject FROM audit_entry WHERE act = 'incident.reported.v1' ORDER BY subject LIMIT 1)";
/** The longest chain. */
const LONG = '(SELECT subject FROM audit_entry ORDER BY seq DESC, subject LIMIT 1)';

/** Adds an entry at the end of a chain, hashed as the service would. */
function append(history: RecordedHistory, service: string, subject: string, act: string, object: string): void {
  const [head] = history.rows(
    service,
    `SELECT * FROM audit_entry WHERE subject = ${subject} ORDER BY seq DESC LIMIT 1`,
  );
  if (!head) throw new Error(`${service} recorded nothing`);
  const seq = Number(head['seq']) + 1;
  const at = `${String(head['at']).replace(' ', 'T')}Z`;
  const later = ['payload', 'session', 'address', 'outcome', 'detail'].map((name) => head[name] ?? null);
  const parts = [head['hash'], head['subject'], seq, at, head['actor'], act, object, true, ...later];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  history.double(service, 'audit_entry', `WHERE subject = ${subject} ORDER BY seq DESC LIMIT 1`, {
    seq,
    act,
    object,
    success: 1,
    prev_hash: head['hash'] ?? '',
    hash,
  });
}

/** Ways to falsify the record. */
export const AUDIT_CORRUPTIONS: readonly Corruption[] = [
  {
    name: 'an entry was ascribed to somebody else',
    invariant: 'I5',
    spoil: (h) => h.change('intake', `UPDATE audit_entry SET actor = 'account:x' WHERE subject = ${SOME} AND seq = 1`),
  },
  {
    name: 'a refused sign-in was made a success',
    invariant: 'I5',
    spoil: (h) => h.change('identity', `UPDATE audit_entry SET success = 1 - success`),
  },
  {
    name: 'an entry was taken out of its chain',
    invariant: 'I5',
    spoil: (h) => h.change('routing', `DELETE FROM audit_entry WHERE subject = ${LONG} AND seq = 2`),
  },
  {
    name: 'the end of a sealed chain was cut off',
    invariant: 'I5',
    spoil: (h) =>
      h.change(
        'routing',
        `DELETE FROM audit_entry WHERE subject = ${LONG} AND seq = (SELECT MAX(seq) FROM audit_entry)`,
      ),
  },
  {
    name: 'an entry was put in without its hash',
    invariant: 'I5',
    spoil: (h) =>
      h.double('cases', 'audit_entry', `WHERE subject = ${LONG} ORDER BY seq DESC LIMIT 1`, {
        seq: 1_000_000,
        act: 'x.read',
      }),
  },
  {
    name: 'an event was recorded twice',
    invariant: 'I5',
    spoil: (h) => {
      const [entry] = h.rows('intake', `SELECT object FROM audit_entry WHERE subject = ${SOME} AND seq = 1`);
      append(h, 'intake', SOME, 'incident.reported.v1', String(entry?.['object']));
    },
  },
  {
    name: 'an event was recorded that nobody published',
    invariant: 'I5',
    spoil: (h) => append(h, 'intake', SOME, 'incident.regraded.v1', 'no-such-event'),
  },
  {
    name: 'an event stands under another name',
    invariant: 'I5',
    spoil: (h) => h.change('cases', "UPDATE audit_entry SET act = 'case.solved.v1' WHERE act = 'case.registered.v1'"),
  },
  {
    name: 'a whole chain is gone, with the checkpoints that knew it',
    invariant: 'I5',
    spoil: (h) => h.change('intake', `DELETE FROM audit_entry WHERE subject = ${SOME}`, 'DELETE FROM audit_checkpoint'),
  },
  {
    name: 'a unit changed without an entry',
    invariant: 'I5',
    spoil: (h) => h.change('routing', 'UPDATE unit SET version = version + 1'),
  },
  {
    name: 'a contact was told of without an entry',
    invariant: 'I5',
    spoil: (h) => h.change('identity', 'UPDATE account SET published = published + 1 WHERE published > 0'),
  },
  {
    name: 'a session was opened without an entry',
    invariant: 'I5',
    spoil: (h) => h.double('identity', 'session', 'LIMIT 1', { id: 'second' }),
  },
  {
    name: 'an account was made without an entry',
    invariant: 'I5',
    spoil: (h) => h.double('identity', 'account', 'LIMIT 1', { id: 'second', account_key: 'second' }),
  },
  {
    name: 'a checkpoint was changed',
    invariant: 'I5',
    spoil: (h) => h.change('routing', "UPDATE audit_checkpoint SET heads = '[]' WHERE seq = 1"),
  },
  {
    name: 'a checkpoint lost its root',
    invariant: 'I5',
    spoil: (h) => h.change('cases', "UPDATE audit_checkpoint SET root = 'x' WHERE seq = 1"),
  },
];
