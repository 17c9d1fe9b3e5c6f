import { groupBy } from '../history.mjs';

/** I6: the feed has no holes, tells the events of an incident in order and to operators all, and tells every notice. */
export function feedsAreWhole({ tables, events, client }, found) {
  const { feed_counter: counters, feed, notice } = tables.notifications;
  const entries = [...feed].sort((a, b) => Number(a.seq) - Number(b.seq));
  const seqs = entries.map(({ seq }) => Number(seq));
  const at = seqs.findIndex((seq, index) => seq !== seqs[0] + index);
  if (at >= 0) found('lost', 'feed', `entry ${seqs[0] + at} is missing or doubled`);
  const last = counters.find(({ name }) => name === 'feed')?.value ?? 0;
  if ((seqs.at(-1) ?? 0) !== Number(last)) found('lost', 'feed', `it ends at ${seqs.at(-1)}, its counter says ${last}`);
  operatorsHeardAll(events, inOrder(entries, found), client, found);
  noticesArrived(notice, entries, tables, found);
  return { entries: entries.length, notices: notice.length };
}

/** Answers what operators were told of. */
function inOrder(entries, found) {
  const newest = new Map();
  const told = new Set();
  for (const { data, incident_id: incidentId, audiences } of entries) {
    const { source, version } = JSON.parse(data);
    if (!source || !incidentId) continue;
    const name = `${incidentId} ${source}`;
    if (version <= (newest.get(name) ?? 0)) found('wrong', name, `${version} comes after ${newest.get(name)}`);
    newest.set(name, Math.max(version, newest.get(name) ?? 0));
    if (JSON.parse(audiences).includes('operators')) told.add(`${name} ${version}`);
  }
  return told;
}

function operatorsHeardAll(events, told, { mayBeParked }, found) {
  for (const { subject, source, sequence, type } of events) {
    if (told.has(`${subject} ${source} ${sequence}`) || mayBeParked.has(subject)) continue;
    found('lost', `${subject} ${source} ${sequence}`, `operators were never told of ${type}`);
  }
}

function noticesArrived(notices, entries, { notifications }, found) {
  const told = groupBy(
    entries
      .filter(({ notice }) => notice)
      .map(({ notice_to: audience, seq, notice }) => ({ audience, seq: Number(seq), ...JSON.parse(notice) })),
    ({ noticeId }) => noticeId,
  );
  for (const { id, position } of notices) {
    const [entry, ...more] = told.get(id) ?? [];
    if (!entry) found('lost', id, 'a notice that no feed tells of');
    else if (more.length > 0) found('doubled', id, `a notice told ${more.length + 1} times`);
    else if (entry.position !== Number(position)) found('wrong', id, 'told with another position');
  }
  const counts = new Map(notifications.incident_audience.map(({ id, notices: count }) => [id, Number(count)]));
  for (const [incidentId, own] of groupBy(notices, (row) => row.incident_id)) {
    const positions = own.map(({ position }) => Number(position)).sort((a, b) => a - b);
    if (positions.some((position, index) => position !== index + 1))
      found('lost', incidentId, `notices ${positions.join(', ')}`);
    if (counts.get(incidentId) !== positions.length)
      found('wrong', incidentId, `counts ${counts.get(incidentId)} notices`);
    const seqs = own
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map(({ id }) => told.get(id)?.[0])
      .filter(Boolean);
    for (const [audience, list] of groupBy(seqs, (entry) => entry.audience)) {
      if (list.some(({ seq }, index) => index > 0 && seq < list[index - 1].seq))
        found('wrong', `${audience} ${incidentId}`, 'notices out of order');
    }
  }
}
