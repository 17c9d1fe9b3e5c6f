import { createHash } from 'node:crypto';
import { groupBy } from '../history.mjs';

const NOTHING = '0'.repeat(64);
const EVENT = /\.v\d+$/;

/** What is hashed, in the checker's own words: a JSON array without spaces; instants in ISO 8601, UTC. */
const hashOf = (text) => createHash('sha256').update(text).digest('hex');
const digest = (...parts) => hashOf(JSON.stringify(parts));
const instant = (at) => `${String(at).replace(' ', 'T')}Z`;

/**
 * I5: every audit chain and every checkpoint verifies; every event has exactly one entry, in the order of the events, and
 * every entry of an event its event; units, enterprises, accounts and sessions are accounted for.
 */
export function auditIsWhole(history, found) {
  const { tables } = history;
  const seen = { chains: 0, entries: 0, checkpoints: 0, events: 0, accounts: 0, sessions: 0 };
  for (const [service, { audit_entry: entries, audit_checkpoint: checkpoints }] of Object.entries(tables)) {
    const chains = groupBy(entries, ({ subject }) => subject);
    for (const [subject, chain] of chains) chainHolds(`${service}|${subject}`, chain, found);
    checkpointsHold(service, checkpoints, entries, found);
    seen.chains += chains.size;
    seen.entries += entries.length;
    seen.checkpoints += checkpoints.length;
  }
  seen.events = eventsAreRecorded(history, found);
  const counted = (rows) => rows.map(({ id, version }) => ({ id, times: Number(version) }));
  rowsAreRecorded('routing', counted(tables.routing.unit), 'unit.changed.v1', tables, found);
  rowsAreRecorded('intake', counted(tables.intake.enterprise), 'enterprise.changed.v1', tables, found);
  const told = tables.identity.account.map(({ id, published }) => ({ id, times: Number(published) }));
  rowsAreRecorded('identity', told, 'account.changed.v1', tables, found);
  Object.assign(seen, accountsAreRecorded(tables.identity, found));
  return seen;
}

function chainHolds(name, chain, found) {
  let before = { seq: 0, hash: NOTHING };
  for (const entry of chain.sort((a, b) => Number(a.seq) - Number(b.seq))) {
    const seq = Number(entry.seq);
    if (seq === before.seq) found('doubled', name, `two entries number ${seq}`);
    else if (seq !== before.seq + 1) found('lost', name, `audit entries ${before.seq + 1} to ${seq - 1} are missing`);
    else if (entry.prev_hash !== before.hash)
      found('wrong', name, `audit entry ${seq} does not follow its predecessor`);
    if (digest(...hashedOf(entry, seq)) !== entry.hash)
      found('wrong', name, `audit entry ${seq} is not what was hashed`);
    before = { seq, hash: entry.hash };
  }
}

/** What came later than the first version is hashed where an entry has any of it. */
const LATER = ['payload', 'session', 'address', 'outcome', 'detail'];

function hashedOf(entry, seq) {
  const { prev_hash, subject, actor, act, object } = entry;
  const first = [prev_hash, subject, seq, instant(entry.at), actor, act, object, Number(entry.success) === 1];
  const later = LATER.map((name) => entry[name] ?? null);
  return later.every((one) => one === null) ? first : [...first, ...later];
}

function checkpointsHold(service, checkpoints, entries, found) {
  const hashes = new Map(entries.map(({ subject, seq, hash }) => [`${subject} ${Number(seq)}`, hash]));
  let before = { seq: 0, hash: NOTHING };
  for (const checkpoint of [...checkpoints].sort((a, b) => Number(a.seq) - Number(b.seq))) {
    const seq = Number(checkpoint.seq);
    const name = `${service}|checkpoint ${seq}`;
    const heads = JSON.parse(checkpoint.heads);
    if (seq !== before.seq + 1 || checkpoint.prev_hash !== before.hash)
      found('wrong', name, `does not follow checkpoint ${before.seq}`);
    if (digest(checkpoint.prev_hash, seq, instant(checkpoint.at), heads.length, checkpoint.root) !== checkpoint.hash)
      found('wrong', name, 'is not what was hashed');
    const leaves = heads.map(([subject, at]) => digest('leaf', subject, at, hashes.get(`${subject} ${at}`) ?? null));
    for (const [subject, at] of heads)
      if (!hashes.has(`${subject} ${at}`)) found('lost', `${service}|${subject}`, `sealed audit entry ${at} is gone`);
    if (treeOver(leaves) !== checkpoint.root) found('wrong', name, 'does not seal the entries that are there');
    before = { seq, hash: checkpoint.hash };
  }
}

/** Pairs of neighbours under one node, level by level; who has no neighbour moves up. */
function treeOver(nodes) {
  if (nodes.length <= 1) return nodes[0] ?? NOTHING;
  const above = [];
  for (let at = 0; at < nodes.length; at += 2)
    above.push(at + 1 < nodes.length ? digest('node', nodes[at], nodes[at + 1]) : nodes[at]);
  return treeOver(above);
}

const isAbout = { 'unit.changed.v1': true, 'enterprise.changed.v1': true, 'account.changed.v1': true };

/** Events of incidents: the entries of a chain that stand for events are the stream, one for one. */
function eventsAreRecorded({ tables, events, whole, client }, found) {
  const streams = groupBy(events, ({ source, subject }) => `${source}|${subject}`);
  const recorded = new Map();
  for (const [service, { audit_entry: entries }] of Object.entries(tables)) {
    const ofEvents = entries.filter(({ act }) => EVENT.test(act) && !isAbout[act]);
    for (const [subject, chain] of groupBy(ofEvents, ({ subject: of }) => of))
      recorded.set(`${service}|${subject}`, chain);
  }
  for (const name of new Set([...streams.keys(), ...recorded.keys()])) {
    const [, subject] = name.split('|');
    if (!whole && client.mayBeParked.has(subject)) continue;
    streamIsRecorded(name, streams.get(name) ?? [], onceEach(name, recorded.get(name) ?? [], found), found);
  }
  return events.length;
}

function onceEach(name, entries, found) {
  const seen = new Set();
  return entries.filter(({ object, seq }) => {
    if (!seen.has(object)) return seen.add(object);
    found('doubled', name, `audit entry ${seq} records event ${object} once more`);
    return false;
  });
}

function streamIsRecorded(name, stream, entries, found) {
  const last = Math.max(entries.length, stream.at(-1)?.sequence ?? 0);
  const events = new Map(stream.map((event) => [event.sequence, event]));
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const event = events.get(sequence);
    const entry = entries[sequence - 1];
    if (!entry) found('lost', name, `event ${sequence} (${event?.type}) has no audit entry`);
    else if (!event) found('wrong', name, `audit entry ${entry.seq} records ${entry.act}, but there is no such event`);
    else if (entry.act !== event.type || (event.id !== undefined && entry.object !== event.id))
      found('wrong', name, `audit entry ${entry.seq} records ${entry.act}, but event ${sequence} is ${event.type}`);
    else if (entry.payload && event.value && entry.payload !== hashOf(event.value))
      found('wrong', name, `audit entry ${entry.seq} holds the hash of another payload than that of event ${sequence}`);
  }
}

/** What is published on compacted topics: each row counts its events. */
function rowsAreRecorded(service, rows, act, tables, found) {
  const of = groupBy(
    tables[service].audit_entry.filter((entry) => entry.act === act),
    ({ subject }) => subject,
  );
  for (const { id, times } of rows) {
    const entries = of.get(id)?.length ?? 0;
    if (entries !== times)
      found(entries < times ? 'lost' : 'wrong', `${service}|${id}`, `${times} changes, ${entries} audit entries`);
  }
}

function accountsAreRecorded({ account, session, audit_entry: entries }, found) {
  const of = (act) => new Set(entries.filter((entry) => entry.act === act).map(({ object }) => object));
  const created = of('account.created');
  const opened = of('session.opened');
  for (const { id } of account)
    if (!created.has(id)) found('lost', `identity|${id}`, 'nobody is recorded to have made it');
  for (const { id, account_id: of } of session)
    if (!opened.has(id)) found('lost', `identity|${of}`, `session ${id} is not recorded`);
  return { accounts: account.length, sessions: session.length };
}
