import { groupBy } from '../history.mjs';

const NOTICE = 'notice.delivered.v1';

/** I6: feeds have no holes, tell the events of an incident in order, and every notice reached its feed. */
export function feedsAreWhole({ tables, events, client }, found) {
  const { feed_head: heads, feed_entry: entries, notice } = tables.notifications;
  const byAudience = groupBy(entries, ({ audience }) => audience);
  for (const { audience, last_seq: last } of heads) {
    const seqs = (byAudience.get(audience) ?? []).map(({ seq }) => Number(seq)).sort((a, b) => a - b);
    const at = seqs.findIndex((seq, index) => seq !== seqs[0] + index);
    if (at >= 0) found('lost', audience, `entry ${seqs[0] + at} is missing or doubled`);
    if (seqs.at(-1) !== Number(last)) found('lost', audience, `the feed ends at ${seqs.at(-1)}, its head says ${last}`);
  }
  const headed = new Set(heads.map(({ audience }) => audience));
  const told = new Set();
  for (const [audience, own] of byAudience) {
    if (!headed.has(audience)) found('wrong', audience, 'entries without a head');
    inOrder(audience, own, told, found);
  }
  operatorsHeardAll(events, told, client, found);
  noticesArrived(notice, entries, tables, found);
  return { audiences: heads.length, entries: entries.length, notices: notice.length };
}

function inOrder(audience, entries, told, found) {
  const newest = new Map();
  for (const { data, incident_id: incidentId } of [...entries].sort((a, b) => Number(a.seq) - Number(b.seq))) {
    const { source, version } = JSON.parse(data);
    if (!source || !incidentId) continue;
    const name = `${incidentId} ${source}`;
    if (version <= (newest.get(name) ?? 0))
      found('wrong', `${audience} ${name}`, `${version} comes after ${newest.get(name)}`);
    newest.set(name, Math.max(version, newest.get(name) ?? 0));
    if (audience === 'operators') told.add(`${name} ${version}`);
  }
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
      .filter(({ type }) => type === NOTICE)
      .map(({ audience, seq, data }) => ({ audience, seq: Number(seq), ...JSON.parse(data) })),
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
