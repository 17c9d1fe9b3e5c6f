import { assignmentFactsOf, groupBy } from '../history.mjs';
import { ALL, READERS, TAKEN_LATER } from '../readers.mjs';
import { assignmentLife, caseLife, CASE_STATE_OF, dispatchLife, forbiddenMove } from '../life-cycles.mjs';

/** I3: per incident and source the versions have no holes, every consumer took all of them, and every transition is allowed. */
export function streamsAreWhole(history, found) {
  const { tables, events } = history;
  const streams = groupBy(events, ({ subject, source }) => `${subject}|${source}`);
  const versions = versionsOf(tables);
  for (const [name, stream] of streams) withoutHoles(name, stream, versions.get(name), found);
  for (const [name, version] of versions) {
    if (version > 0 && !streams.has(name)) found('lost', name, `${version} events, none was published`);
  }
  recordsAgree(history, found);
  nothingWaits(history, found);
  const cursors = cursorsAreThere(history, streams, versions, found);
  const walks = lifeCyclesHold(history, found);
  return { streams: streams.size, events: events.length, records: history.records.length, cursors, ...walks };
}

function versionsOf({ intake, routing, cases }) {
  const of = (source, rows, column) => rows.map((row) => [`${row.id}|${source}`, Number(row[column])]);
  return new Map([
    ...of('intake', intake.incident, 'published'),
    ...of('routing', routing.dispatch, 'published'),
    ...of('cases', cases.incident_file, 'published'),
  ]);
}

function withoutHoles(name, stream, version, found) {
  const missing = [];
  const last = Math.max(stream.at(-1).sequence, version ?? 0);
  const there = new Set(stream.map(({ sequence }) => sequence));
  for (let sequence = 1; sequence <= last; sequence += 1) if (!there.has(sequence)) missing.push(sequence);
  if (missing.length > 0) found('lost', name, `events missing: ${missing.slice(0, 10).join(', ')} of ${last}`);
  if (version === undefined) found('wrong', name, 'events of something that does not exist');
  else if (stream.at(-1).sequence > version) found('wrong', name, `event ${last}, but the row is at ${version}`);
}

/** What was sent twice is the same; what is new comes in order, in the one partition of its key. */
function recordsAgree({ records, client }, found) {
  for (const [name, same] of groupBy(records, ({ subject, source }) => `${subject}|${source}`)) {
    if (new Set(same.map(({ partition }) => partition)).size > 1) found('wrong', name, 'in several partitions');
    const ids = new Map();
    let newest = 0;
    for (const { sequence, id, key, subject } of [...same].sort((a, b) => (a.offset < b.offset ? -1 : 1))) {
      if (key !== subject) found('wrong', name, `event ${sequence} lies under the key ${key}`);
      if (ids.has(sequence) && ids.get(sequence) !== id)
        found('doubled', name, `two different events number ${sequence}`);
      if (!client.disorder && !ids.has(sequence) && sequence < newest)
        found('wrong', name, `event ${sequence} first comes after ${newest}`);
      ids.set(sequence, id);
      newest = Math.max(newest, sequence);
    }
  }
}

/** At rest nothing waits to be sent, and only what a fault run put there on purpose is parked. */
function nothingWaits({ tables, client }, found) {
  for (const [service, { outbox = [], parked_event: parked = [] }] of Object.entries(tables)) {
    for (const row of outbox) found('lost', `${service}|${row.aggregate_id}`, `${row.type} waits in the outbox`);
    for (const row of parked) {
      if (client.mayBeParked.has(row.aggregate_id) || client.foreignSubjects.has(row.aggregate_id)) continue;
      if (Number(row.aggregate_seq) === 0 && client.foreignSubjects.size > 0) continue;
      found('lost', `${service}|${row.aggregate_id}`, `${row.type || 'a record'} parked (${row.reason}): ${row.error}`);
    }
  }
}

/** The table whose rows keep what was seen of an incident; what is parked, or has no such row, has a cursor row. */
const SEEN_IN = { routing: 'dispatch', cases: 'incident_file', notifications: 'incident_audience' };

/** The cursors of a service by incident and source. */
function cursorsOf(service, tables) {
  const rows = tables[service].stream_cursor.map((row) => [`${row.aggregate_id}|${row.source}`, row]);
  const kept = (tables[service][SEEN_IN[service]] ?? []).flatMap(({ id, seen }) =>
    Object.entries(JSON.parse(seen ?? '{}'))
      .filter(([, mark]) => mark !== 'parked')
      .map(([source, mark]) => [`${id}|${source}`, { aggregate_id: id, source, last_seq: mark, parked: 0 }]),
  );
  return new Map([...rows, ...kept]);
}

/**
 * A consumer's cursor stands at the last event that it takes. In one process over one file events are handed over inside
 * transactions: there a cursor is kept only while something is parked.
 */
function cursorsAreThere({ tables, client, events, oneProcess }, streams, versions, found) {
  const subjects = new Set(events.map(({ subject }) => subject));
  let seen = 0;
  for (const [service, sources] of Object.entries(READERS)) {
    const rows = cursorsOf(service, tables);
    for (const row of rows.values()) {
      if (!Number(row.parked) || client.mayBeParked.has(row.aggregate_id)) continue;
      if (client.foreignSubjects.has(row.aggregate_id)) continue;
      found('lost', `${service} of ${row.aggregate_id}|${row.source}`, 'the cursor says parked');
    }
    for (const subject of subjects) {
      for (const [source, takes] of Object.entries(sources)) {
        const name = `${subject}|${source}`;
        seen += 1;
        if (client.mayBeParked.has(subject) || (oneProcess && !rows.has(name))) continue;
        const at = Number(rows.get(name)?.last_seq ?? 0);
        const version = versions.get(name) ?? 0;
        const later = TAKEN_LATER[service]?.[source] ?? [];
        const isTaken = ({ type, time }) =>
          takes.includes(type) && (time >= client.upgradedAt || !later.includes(type));
        const taken = takes === ALL ? version : (streams.get(name)?.filter(isTaken).at(-1)?.sequence ?? 0);
        if (at < taken) found('lost', `${service} of ${name}`, `cursor at ${at}, the last event for it is ${taken}`);
        if (at > version) found('wrong', `${service} of ${name}`, `cursor at ${at}, the stream at ${version}`);
      }
    }
  }
  return seen;
}

function lifeCyclesHold({ tables, events, client }, found) {
  const walks = { assignment: new Map(), dispatch: new Map(), case: new Map() };
  const step = (walk, id, to, via) => {
    if (!walk.has(id)) walk.set(id, []);
    walk.get(id).push({ to, via });
  };
  for (const event of events) {
    const facts = assignmentFactsOf(event);
    for (const { assignmentId } of facts.issued) step(walks.assignment, assignmentId, 'ISSUED');
    if (facts.assignmentId && facts.state) step(walks.assignment, facts.assignmentId, facts.state, facts.inferred);
    if (event.source === 'routing' && facts.dispatchState) step(walks.dispatch, event.subject, facts.dispatchState);
    const caseState = CASE_STATE_OF[event.type];
    if (caseState) step(walks.case, event.subject, caseState);
  }
  walksAllowed('assignment', assignmentLife, walks.assignment, found);
  walksAllowed('dispatch', dispatchLife, walks.dispatch, found);
  walksAllowed('case', caseLife, walks.case, found);
  rowsStandWhereEventsEnd('assignment', tables.routing.assignment, ({ id }) => id, walks.assignment, new Set(), found);
  const followed = new Set(['CLOSED', 'CANCELLED']);
  rowsStandWhereEventsEnd('dispatch', tables.routing.dispatch, ({ id }) => id, walks.dispatch, followed, found);
  const unparked = tables.cases.case_record.filter((row) => !client.mayBeParked.has(row.incident_id));
  rowsStandWhereEventsEnd('case', unparked, (row) => row.incident_id, walks.case, new Set(), found);
  return { transitions: [...Object.values(walks)].flatMap((walk) => [...walk.values()]).flat().length };
}

function walksAllowed(name, life, walks, found) {
  for (const [id, steps] of walks) {
    const move = forbiddenMove(life, steps);
    if (move) found('wrong', `${name} ${id}`, `not in the table: ${move}`);
  }
}

function rowsStandWhereEventsEnd(name, rows, idOf, walks, followed, found) {
  for (const row of rows) {
    const last = walks.get(idOf(row))?.at(-1)?.to;
    if (last === undefined) found('lost', `${name} ${idOf(row)}`, 'no event tells of it');
    else if (last !== row.state && !followed.has(row.state))
      found('wrong', `${name} ${idOf(row)}`, `the row says ${row.state}, the events ${last}`);
  }
}
