import { v7 as uuidv7 } from 'uuid';
import { consumeOnce } from './consumer.mjs';

const UNITS = 4800;
const SLOTS = 3;

/** Gives every incident three units, by one guarded update per chunk, and says so in one event. */
export async function startRouting({ store, bus, nudge }) {
  await store.write(async (tx) => {
    const [{ n }] = await tx.select('SELECT COUNT(*) AS n FROM unit', []);
    const units = Array.from({ length: Number(n) > 0 ? 0 : UNITS }, (_, at) => [at, 0, 1_000_000]);
    if (units.length > 0) await tx.insert('unit', ['id', 'active', 'capacity'], units);
  });
  let next = 0;
  const choose = () => (next = (next + 1) % UNITS);
  await consumeOnce({
    store,
    bus,
    group: 'routing',
    sources: ['intake'],
    handle: async (tx, records) => {
      const dispatches = records.map(({ id }) => ({
        incidentId: id,
        assignments: Array.from({ length: SLOTS }, (_, at) => ({
          assignmentId: uuidv7(),
          slot: at + 1,
          unit: choose(),
        })),
      }));
      const assignments = dispatches.flatMap(({ incidentId, assignments: issued }) =>
        issued.map(({ assignmentId, unit }) => [assignmentId, incidentId, unit, 'ISSUED']),
      );
      const units = assignments.map(([, , unit]) => unit).sort((a, b) => a - b);
      const taken = await tx.run('UPDATE unit SET active = active + 1 WHERE id IN (?) AND active < capacity', [units]);
      if (taken !== units.length) throw new Error('a unit is full');
      const docs = dispatches.map((dispatch) => [dispatch.incidentId, JSON.stringify(dispatch)]);
      await tx.insert('dispatch', ['id', 'doc'], docs);
      await tx.insert('assignment', ['id', 'incident_id', 'unit_id', 'state'], assignments);
      const events = docs.map(([id, doc]) => [id, 'routing', doc]);
      await tx.insert('outbox', ['id', 'source', 'payload'], events);
    },
    committed: nudge,
  });
}
