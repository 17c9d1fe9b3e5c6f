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

/**
 * What was seen before and is not seen any more, or is seen differently. A later release may say more than an earlier one.
 * @param {(path: string) => boolean} mayDiffer by the path of names in an answer, e.g. `dispatch.plan`
 * @returns {string[]}
 */
export function differences(before, after, mayDiffer) {
  const found = [];
  for (const [what, old] of before) {
    const now = after.get(what);
    if (now === undefined) found.push(`${what}: gone`);
    else compare(old, now, [], (path, text) => mayDiffer(path) || found.push(`${what} ${path}: ${text}`));
  }
  return found;
}

function compare(old, now, path, found) {
  const name = path.join('.');
  if (Array.isArray(old) && Array.isArray(now)) {
    if (old.length > now.length) found(name, `${old.length} entries, now ${now.length}`);
    for (const [at, each] of old.entries()) if (at < now.length) compare(each, now[at], path, found);
  } else if (old && now && typeof old === 'object' && typeof now === 'object') {
    for (const [key, value] of Object.entries(old)) compare(value, now[key], [...path, key], found);
  } else if (old !== now) found(name, `${JSON.stringify(old)}, now ${JSON.stringify(now)}`);
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
