import { v7 as uuidv7 } from 'uuid';
import { consumeOnce } from './consumer.mjs';

const LINGER_MS = 30;

/** Opens a file for every report and takes every dispatch into it. */
export const startCases = ({ store, bus, mayLinger }) =>
  consumeOnce({
    store,
    bus,
    group: 'cases',
    sources: ['intake', 'routing'],
    lingerMs: mayLinger ? LINGER_MS : 0,
    handle: async (tx, records) => {
      const reported = records.filter(({ source }) => source === 'intake');
      const planned = records.filter(({ source }) => source === 'routing');
      if (reported.length > 0) {
        const files = reported.map(({ id, payload }) => [id, payload]);
        await tx.insert('incident_file', ['id', 'doc'], files);
      }
      if (planned.length === 0) return;
      const dispatches = planned.map(({ id, payload }) => [uuidv7(), id, payload]);
      await tx.insert('case_record', ['id', 'incident_id', 'doc'], dispatches);
    },
    committed: () => undefined,
  });
