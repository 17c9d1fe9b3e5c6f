import { setTimeout as sleep } from 'node:timers/promises';
import { counted, inTurns } from '../raw.mjs';

const REPORTS = 300;
const AT_ONCE = 20;
/** Units at most that one enterprise sets moving on its own word: three incidents with four units each. */
const MOST_UNITS = 12;
const PATIENCE_MS = 20_000;
/** The other enterprise of the demo. */
const NEIGHBOUR = '01900000-0000-7000-8000-000000000002';

/** One account reports danger to life without end: all of it is taken, and the neighbour's emergency gets its units. */
export const flood = {
  id: 'flood',
  async run({ api, report }) {
    const flags = ['life_threat'];
    const outcomes = await inTurns(Array.from({ length: REPORTS }), AT_ONCE, async (_, at) => {
      const narrative = `第${at + 1}次报告`;
      return report('enterprise', { flags, narrative }).then(
        ({ incidentId }) => ({ status: 201, incidentId }),
        ({ status }) => ({ status }),
      );
    });
    const statuses = counted(outcomes.map(({ status }) => status));
    const neighbour = await report('operator', { flags, enterpriseId: NEIGHBOUR });
    const helped = await dispatched(api, neighbour.incidentId);
    const ids = outcomes.flatMap(({ incidentId }) => incidentId ?? []);
    const files = await inTurns(ids, AT_ONCE, (id) => fileOf(api, id));
    const moving = new Set(files.flatMap((file) => file?.units?.map(({ id }) => id) ?? []));
    const kept = files.filter(Boolean).length;
    return {
      ok:
        ids.length === REPORTS &&
        kept === REPORTS &&
        moving.size <= MOST_UNITS &&
        helped.gaps === 0 &&
        helped.units > 0,
      notes:
        `${REPORTS} reports of one account: ${JSON.stringify(statuses)}, ${kept} on the desk, ${moving.size} units moving; ` +
        `the neighbour's emergency got ${helped.units} units and ${helped.gaps} gaps after ${helped.ms} ms`,
    };
  },
};

/** Waits until an incident is dispatched; answers how many units and gaps it has. */
async function dispatched(api, incidentId) {
  const began = performance.now();
  for (;;) {
    const file = await fileOf(api, incidentId);
    const ms = Math.round(performance.now() - began);
    if (file?.units?.length > 0 || ms > PATIENCE_MS)
      return { ms, units: file?.units?.length ?? 0, gaps: file?.gapCount ?? 0 };
    await sleep(50);
  }
}

/** A file as the desk lists it; undefined while it is not there. */
const fileOf = async (api, id) => (await api.get('operator', `incident-files?ids=${id}`)).items[0];
