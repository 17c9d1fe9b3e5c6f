/** What makes a row another incident's, an hour per copy earlier and long since closed, by column. */
const id = (name) => `printf('%08x', {copy}) || substr(\`${name}\`, 9)`;
const time = (name) => `strftime('%Y-%m-%d %H:%M:%f', \`${name}\`, '-{copy} hours')`;
const COPIED = {
  cases: {
    incident_file: { id, received_at: time, state: () => "'CLOSED'" },
    timeline_entry: { incident_id: id, at: time, recorded_at: time },
    unit_file: { incident_id: id, received_at: time },
  },
  routing: {
    dispatch: { id, planned_at: time },
    assignment: { id, incident_id: id, issued_at: time, state: () => "'COMPLETED'", unit_slot: () => 'NULL' },
  },
};

/**
 * Gives a system on SQLite a past: every incident that it has, again and again, each time earlier. Ids stay what they are
 * but for their first eight digits.
 * @param {ReturnType<typeof import('../../kit/stores.mjs').storesOf>} stores of a system whose units are free
 * @param {number} incidents how many there are to be
 */
export async function givePast(stores, incidents) {
  const [{ count }] = await stores.all('cases', 'SELECT count(*) AS count FROM `@incident_file`');
  const copies = Math.ceil(incidents / count) - 1;
  for (const [service, tables] of Object.entries(COPIED))
    for (const [table, changes] of Object.entries(tables)) await copy(stores, { service, table, changes, copies });
}

async function copy(stores, { service, table, changes, copies }) {
  const all = await stores.all(service, `SELECT name FROM pragma_table_info('${service}_${table}')`);
  const names = all.map(({ name }) => name);
  const values = names.map((name) => changes[name]?.(name) ?? `\`${name}\``);
  const own = changes.incident_id ? 'incident_id' : 'id';
  // Ids that begin with the small number of a copy are copies themselves.
  const sql =
    `INSERT INTO \`@${table}\` (${names.map((name) => `\`${name}\``).join(', ')}) ` +
    `SELECT ${values.join(', ')} FROM \`@${table}\` WHERE \`${own}\` >= '01'`;
  for (let nth = 1; nth <= copies; nth += 1) await stores.run(service, sql.replaceAll('{copy}', nth));
}
