import { readFileSync } from 'node:fs';
import { readDatabases } from './read-databases.mjs';
import { readTopicFile, readTopics } from './read-topics.mjs';

/**
 * Everything the invariants look at.
 * @typedef {object} History
 * @property {ClientLog} client what the client was answered, and which faults it lived through
 * @property {Record<string, Record<string, object[]>>} tables rows by service and table
 * @property {Event[]} events one per (source, subject, sequence), in order of the sequence
 * @property {boolean} whole whether the events come from the topic (all records, all fields) or from what consumers kept
 * @property {boolean} oneProcess whether all services share one process and its file
 * @property {Event[]} records every record of the topics, duplicates too; empty when there is no topic
 *
 * @typedef {object} Event
 * @property {string} id @property {string} source @property {string} subject @property {number} sequence
 * @property {string} type @property {number} time ms, when its producer wrote it @property {object} body
 */

/** Loads a history; see `check.mjs --help` for where from. */
export async function loadHistory({ clientLog, sqliteDir, mysql, kafka, topicFile }) {
  const client = readClientLog(clientLog);
  const tables = await readDatabases({ sqliteDir, mysql });
  const raw = kafka ? await readTopics(kafka) : topicFile ? await readTopicFile(topicFile) : undefined;
  return { ...historyOf({ client, tables, raw }), oneProcess: Boolean(sqliteDir) };
}

/** A history of parts that are there already. */
export function historyOf({ client, tables, raw }) {
  const all = raw?.map(eventOfRecord).filter((event) => event !== undefined) ?? [];
  const ours = ({ topic, subject }) => topic.endsWith('incidents.v1') && !client.foreignSubjects.has(subject);
  const records = all.filter(ours);
  const units = all.filter(({ topic }) => topic.endsWith('units.v1'));
  const events = raw ? firstOfEach(records) : eventsOfConsumers(tables);
  return { client, tables, records, units, events, whole: raw !== undefined };
}

/**
 * The client's log: one JSON object a line, `kind` is report, act, fault or expect. Where an earlier release wrote part of the
 * history an `expect` says when this one took over (`upgradedAt`, ms): what is older is held to the rules of then.
 */
function readClientLog(path) {
  const lines = path ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  return sortClientLog(lines.map((line) => JSON.parse(line)));
}

/** By kind; reports and acts keep their order. */
export function sortClientLog(entries) {
  const of = (kind) => entries.filter((entry) => entry.kind === kind);
  const expected = of('expect');
  return {
    reports: of('report'),
    acts: of('act'),
    faults: of('fault'),
    upgradedAt: Math.max(0, ...expected.flatMap(({ upgradedAt }) => upgradedAt ?? [])),
    disorder: expected.some(({ disorder }) => disorder),
    mayBeParked: new Set(expected.flatMap(({ parkedSubject }) => parkedSubject ?? [])),
    foreignSubjects: new Set(expected.flatMap(({ foreignSubject }) => foreignSubject ?? [])),
  };
}

/** A record that is no event of ours is left out here; what became of it stands in `parked_event`. */
function eventOfRecord({ topic, partition, offset, key, headers, value }) {
  const { ce_id: id, ce_source: source, ce_type: type, ce_subject: subject } = headers;
  const sequence = Number(headers.ce_sequence);
  const time = Date.parse(headers.ce_time);
  if (!id || !source || !type || !subject || !Number.isInteger(sequence) || sequence < 1) return undefined;
  return {
    topic,
    partition,
    offset: BigInt(offset),
    key,
    id,
    source,
    subject,
    sequence,
    type,
    time,
    value,
    body: json(value),
  };
}

function json(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** What consumers act upon: the first record of each (source, subject, sequence). */
function firstOfEach(records) {
  const seen = new Set();
  const first = [...records].sort(byPlace).filter(({ source, subject, sequence }) => {
    const name = `${subject}|${source}|${sequence}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  return first.sort(byNumber);
}

const byPlace = (a, b) => a.partition - b.partition || (a.offset < b.offset ? -1 : 1);
const byNumber = (a, b) => compare(a.subject, b.subject) || compare(a.source, b.source) || a.sequence - b.sequence;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Without a topic: the timeline of the files names every event, the operators' feed says what was in it. */
function eventsOfConsumers({ cases, notifications }) {
  const told = new Map();
  for (const { data, incident_id: subject } of notifications.feed) {
    const body = json(data);
    if (body.source) told.set(`${subject}|${body.source}|${body.version}`, body);
  }
  return cases.timeline_entry
    .map(({ incident_id: subject, source, sequence, type, recorded_at: at }) => {
      const body = told.get(`${subject}|${source}|${sequence}`) ?? {};
      return { id: body.eventId, source, subject, sequence: Number(sequence), type, time: instantOf(at), body };
    })
    .sort(byNumber);
}

/** An instant of a table, in UTC; ms. */
export const instantOf = (at) => Date.parse(`${String(at).replace(' ', 'T')}Z`);

/** What an event says about assignments, whether it comes whole or as it was told to operators. */
export function assignmentFactsOf({ type, body }) {
  const whole = body.assignments ?? (body.assignment ? [body.assignment] : []);
  const issued = [
    ...whole.map(({ assignmentId, unit }) => ({ assignmentId, unitId: unit.id })),
    ...(body.assigned ?? []).map(({ assignmentId, unitId }) => ({ assignmentId, unitId })),
  ];
  const changes = type.startsWith('assignment.') && type !== 'assignment.added.v1';
  return {
    issued,
    assignmentId: changes ? body.assignmentId : undefined,
    unitId: body.unit?.id ?? body.unitId,
    state: changes ? body.state : undefined,
    inferred: body.inferred ?? [],
    dispatchState: body.dispatchState,
  };
}

/** Groups things by a name; the order within a group stays. */
export function groupBy(items, nameOf) {
  const groups = new Map();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
