import { joining } from './joining.mjs';

/** Records per transaction. */
const CHUNK = 200;

/**
 * A consumer with a cursor per incident and source: what was applied before is dropped, the effect and the cursor are one
 * transaction, what several partitions bring joins.
 * @param {(tx: object, records: object[]) => Promise<void>} handle
 */
export async function consumeOnce({ store, bus, group, sources, handle, lingerMs, committed = () => undefined }) {
  const apply = (records) =>
    store
      .write(async (tx) => {
        const known = await tx.select('SELECT source, aggregate_id FROM stream_cursor WHERE aggregate_id IN (?)', [
          [...new Set(records.map(({ id }) => id))],
        ]);
        const seen = new Set(known.map(({ source, aggregate_id: id }) => `${source} ${id}`));
        const fresh = records.filter(({ source, id }) => !seen.has(`${source} ${id}`));
        if (fresh.length === 0) return fresh;
        await handle(tx, fresh);
        const cursors = fresh.map(({ source, id }) => [source, id, 1]);
        await tx.insert('stream_cursor', ['source', 'aggregate_id', 'last_seq'], cursors);
        return fresh;
      })
      .then(committed);
  const join = joining(apply, { most: CHUNK, lingerMs });
  await bus.consume(group, async (records) => {
    const wanted = records.filter(({ source }) => sources.includes(source));
    for (let from = 0; from < wanted.length; from += CHUNK) await join(wanted.slice(from, from + CHUNK));
  });
}
