import { assignmentFactsOf, groupBy } from '../history.mjs';

const EVENT_OF_ACT = {
  acknowledge: 'assignment.acknowledged.v1',
  depart: 'assignment.departed.v1',
  arrive: 'assignment.arrived.v1',
  'start-work': 'assignment.work-started.v1',
  feedback: 'assignment.feedback-given.v1',
  complete: 'assignment.completed.v1',
};

/** I4: every effect happens once. */
export function effectsHappenOnce(history, found) {
  const { client, tables, events } = history;
  const incidents = oneOfEach(history, found);
  const assignments = assignmentsMatch(tables, events, found);
  noticesOnce(tables, found);
  feedsTellOnce(tables, found);
  filesKnowEverything(tables, events, found);
  const acts = actsHappened(client, events, tables, found);
  const keys = keysAnswerTheSame(client, tables, found);
  const contacts = contactsAreKnown(tables, found);
  return { incidents, assignments, acts, keys, contacts };
}

function oneOfEach({ tables, events, client }, found) {
  const planned = groupBy(
    events.filter(({ type }) => type === 'dispatch.planned.v1'),
    ({ subject }) => subject,
  );
  const opened = new Set(events.filter(({ type }) => type === 'case.registered.v1').map(({ subject }) => subject));
  const dispatches = countBy(tables.routing.dispatch, ({ id }) => id);
  const files = countBy(tables.cases.incident_file, ({ id }) => id);
  const cases = countBy(tables.cases.case_record, (row) => row.incident_id);
  for (const { id } of tables.intake.incident) {
    if (client.mayBeParked.has(id)) continue;
    exactlyOne(planned.get(id)?.length, id, 'dispatch decision', found);
    exactlyOne(dispatches.get(id), id, 'dispatch', found);
    exactlyOne(files.get(id), id, 'incident file', found);
    if (opened.has(id) || cases.has(id)) exactlyOne(cases.get(id), id, 'case', found);
  }
  return tables.intake.incident.length;
}

function exactlyOne(count = 0, subject, what, found) {
  if (count === 0) found('lost', subject, `no ${what}`);
  if (count > 1) found('doubled', subject, `${count} times a ${what}`);
}

/** Every assignment that was announced is there, and the other way round; none twice. */
function assignmentsMatch({ routing }, events, found) {
  const rows = countBy(routing.assignment, ({ id }) => id);
  const announced = countBy(
    events.flatMap((event) => assignmentFactsOf(event).issued),
    ({ assignmentId }) => assignmentId,
  );
  for (const id of new Set([...rows.keys(), ...announced.keys()])) {
    if (!rows.has(id)) found('lost', id, 'an assignment that was announced is missing');
    if (!announced.has(id)) found('lost', id, 'no event announced the assignment');
    if (rows.get(id) > 1 || announced.get(id) > 1) found('doubled', id, 'an assignment was issued twice');
  }
  const active = routing.assignment.filter(({ state }) => !['DECLINED', 'REASSIGNED'].includes(state));
  for (const [slot, same] of groupBy(active, (row) => `${row.incident_id} slot ${row.slot}`)) {
    if (same.length > 1) found('doubled', slot, `${same.length} assignments`);
  }
  return rows.size;
}

function noticesOnce({ notifications }, found) {
  const same = groupBy(notifications.notice, (row) => `${row.incident_id} ${row.event_id} ${row.template}`);
  for (const [name, rows] of same) if (rows.length > 1) found('doubled', name, `${rows.length} notices`);
}

/** The feed tells of an event, and of a notice, once. */
function feedsTellOnce({ notifications: { feed } }, found) {
  const events = countBy(feed, ({ data }) => `event ${JSON.parse(data).eventId}`);
  const notices = countBy(
    feed.filter(({ notice }) => notice),
    ({ notice }) => `notice ${JSON.parse(notice).noticeId}`,
  );
  for (const [name, count] of [...events, ...notices]) if (count > 1) found('doubled', name, `told ${count} times`);
}

/** The timeline of a file has every event of the incident, once. */
function filesKnowEverything({ cases }, events, found) {
  const name = ({ subject, source, sequence }) => `${subject} ${source} ${sequence}`;
  const lines = countBy(cases.timeline_entry, (row) => `${row.incident_id} ${row.source} ${row.sequence}`);
  for (const [line, count] of lines) if (count > 1) found('doubled', line, `${count} timeline entries`);
  const known = new Set(cases.incident_file.map(({ id }) => id));
  const missing = events.filter((event) => known.has(event.subject) && !lines.has(name(event)));
  for (const event of missing) found('lost', name(event), `${event.type} is not in the timeline`);
}

/** Every account that was told of is known as it is, where contacts are named; no telling took effect twice. */
function contactsAreKnown({ identity, intake, cases }, found) {
  const told = identity.account.filter(({ published }) => Number(published) > 0);
  for (const [service, { contact }] of Object.entries({ intake, cases })) {
    const rows = new Map(contact.map((row) => [row.id, row]));
    for (const { id, disabled, roles, published } of told) {
      const row = rows.get(id);
      const enabled = !Number(disabled) && roles.includes('enterprise_contact');
      const name = `${service}|${id}`;
      if (!row) found('lost', name, 'a contact that was told of is not known');
      else if (Boolean(Number(row.enabled)) !== enabled) found('wrong', name, 'is not known as it is now');
      else if (row.version > Number(published)) found('doubled', name, `${published} tellings, ${row.version} effects`);
    }
  }
  return told.length;
}

/** What a unit was answered to have done was done, once per key. */
function actsHappened({ acts }, events, { cases }, found) {
  const published = countBy(events, ({ type, body }) => `${type} ${body.assignmentId}`);
  const onAssignments = acts.filter(({ act }) => EVENT_OF_ACT[act]);
  for (const [name, same] of groupBy(onAssignments, ({ act, subject }) => `${EVENT_OF_ACT[act]} ${subject}`)) {
    const answered = new Set(same.filter(({ status }) => status === 200).map(({ key }) => key));
    const tried = new Set(same.map(({ key }) => key));
    const count = published.get(name) ?? 0;
    const least = same[0].act === 'feedback' ? answered.size : Math.min(1, answered.size);
    if (count < least) found('lost', name, `${answered.size} acts answered, ${count} events`);
    if (count > tried.size) found('doubled', name, `${tried.size} acts, ${count} events`);
  }
  const entries = new Set(cases.ledger_entry.map(({ id }) => id));
  for (const { act, status, answer } of acts) {
    if (act !== 'ledger-entry' || status !== 201) continue;
    if (!entries.has(answer.entry.entryId)) found('lost', answer.entry.entryId, 'an answered ledger entry is missing');
  }
  return acts.length;
}

/** A repeated request gets the answer of the first one, also after a crash. */
function keysAnswerTheSame({ reports, acts }, tables, found) {
  const answered = [...reports, ...acts].filter(({ key, status }) => key && status >= 200 && status < 300);
  const kept = groupBy(
    ['intake', 'routing', 'cases'].flatMap((service) => tables[service].idempotency_key),
    ({ key }) => key,
  );
  for (const [key, same] of groupBy(answered, (entry) => entry.key)) {
    const [first] = same;
    if (same.some(({ answer }) => canonical(answer) !== canonical(first.answer)))
      found('doubled', key, 'answers differ');
    const rows = kept.get(key) ?? [];
    if (rows.length === 0) found('lost', key, 'the key of an answered request is not kept');
    if (rows.length > 1) found('doubled', key, `${rows.length} kept answers`);
    const stored = rows[0]?.response && JSON.parse(rows[0].response).body;
    if (stored && canonical(stored) !== canonical(first.answer)) found('wrong', key, 'the kept answer is another one');
  }
  return kept.size;
}

function countBy(items, nameOf) {
  const counts = new Map();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return counts;
}

const canonical = (value) =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
