/** Tables that every release empties, moves or counts in its own way. */
const ITS_OWN =
  /^(outbox|relay_lease|schema_migration|audit_entry|audit_checkpoint|deadline|deadline_lease|stream_cursor|session|feed.*)$/;

/**
 * Everything that people see, by what they ask for: files with case, ledger and timeline, what each unit has had, notices, the directory.
 * @returns {Promise<Map<string, object>>}
 */
export async function seenBy(api, stores) {
  const seen = new Map();
  const incidents = await stores.all('intake', 'SELECT `id` FROM `@incident` ORDER BY `id`');
  const ask = async (account, path) => seen.set(`${account} ${path}`, await api.get(account, path));
  for (const { id } of incidents) {
    await ask('operator', `incident-files/${id}`);
    await ask('operator', `incidents/${id}`);
    await ask('operator', `dispatches/${id}`);
  }
  for (const { id } of await stores.all('intake', 'SELECT `id` FROM `@report`')) await ask('operator', `reports/${id}`);
  for (const { id } of await stores.all('cases', 'SELECT `id` FROM `@case_record`')) await ask('chief', `cases/${id}`);
  for (const { unit } of await stores.all('routing', 'SELECT DISTINCT `unit_id` AS unit FROM `@assignment`')) {
    const files = await pages(api, unit, 'incident-files?limit=100');
    seen.set(`${unit} files`, Object.fromEntries(files.map(({ incidentId, number }) => [incidentId, number])));
  }
  seen.set('enterprise notices', { items: await pages(api, 'enterprise', 'notices?limit=200') });
  seen.set('operator enterprises', { items: await pages(api, 'operator', 'enterprises?limit=200') });
  return seen;
}

async function pages(api, account, path) {
  const items = [];
  for (let next; ;) {
    const page = await api.get(account, `${path}${next ? `&after=${encodeURIComponent(next)}` : ''}`);
    items.push(...page.items);
    next = page.next;
    if (!next) return items;
  }
}

/** Assignments that ended without being done: their unit has no part in the incident any more. */
const GONE = ['DECLINED', 'REASSIGNED', 'RECALLED'];

/**
 * What later releases say otherwise, by the path of names in an answer, with why; where it can be told from what was seen
 * before, whether it is as it has to be.
 * @type {Record<string, {why: string, right?: (old: unknown, now: unknown, answer: unknown) => boolean}>}
 */
const SAID_OTHERWISE = {
  plan: { why: 'the plan of an incident stands once in its file, with the dispatch' },
  'dispatch.state': { why: 'it is the state of the file' },
  leadUnit: {
    why: 'a unit that was released leads no more; its assignment still says that it did',
    right: ({ id }, now, { assignments }) => {
      const leads = assignments.filter(({ role }) => role === 'lead');
      return now === undefined && leads.at(-1)?.unit.id === id && leads.every(({ state }) => GONE.includes(state));
    },
  },
  version: { why: 'it counts changes; a later release hears of more', right: (old, now) => now > old },
};

/**
 * What was seen before and is not seen any more, or is seen differently. A later release may say more than an earlier one.
 * @returns {string[]}
 */
export function differences(before, after) {
  const found = [];
  for (const [what, old] of before) {
    const now = after.get(what);
    if (now === undefined) found.push(`${what}: gone`);
    else if (what.endsWith(' files')) found.push(...partsOf(what.split(' ')[0], old, now, before));
    else
      compare(old, now, [], (path, text, [was, is]) => {
        const rule = SAID_OTHERWISE[path];
        if (!rule || rule.right?.(was, is, old) === false) found.push(`${what} ${path}: ${text}`);
      });
  }
  return found;
}

/** A unit finds the incidents in which its part stands, or of which it was informed, and none that it was released from. */
function partsOf(unit, old, now, before) {
  return Object.entries(old).flatMap(([incidentId, number]) => {
    const { assignments, dispatch } = before.get(`operator incident-files/${incidentId}`);
    const sent = assignments.some((one) => one.unit.id === unit && !GONE.includes(one.state));
    const stands = sent || (dispatch?.informed ?? []).some((one) => one.unit?.id === unit);
    if (now[incidentId] === (stands ? number : undefined)) return [];
    return [`${unit} ${stands ? 'does not find' : 'still finds'} ${number}`];
  });
}

function compare(old, now, path, found) {
  const name = path.join('.');
  if (Array.isArray(old) && Array.isArray(now)) {
    if (old.length > now.length) found(name, `${old.length} entries, now ${now.length}`, [old, now]);
    for (const [at, each] of old.entries()) if (at < now.length) compare(each, now[at], path, found);
  } else if (old && now && typeof old === 'object' && typeof now === 'object') {
    for (const [key, value] of Object.entries(old)) compare(value, now[key], [...path, key], found);
  } else if (old !== now) found(name, `${JSON.stringify(old)}, now ${JSON.stringify(now)}`, [old, now]);
}

/** Rows of every table of every service, by `service.table`. */
export async function rowsOf(stores, services) {
  const rows = new Map();
  for (const service of services)
    for (const table of await stores.tables(service)) {
      if (ITS_OWN.test(table)) continue;
      const [{ n }] = await stores.all(service, `SELECT COUNT(*) AS n FROM \`@${table}\``);
      rows.set(`${service}.${table}`, Number(n));
    }
  return rows;
}
