/** Share of the time in which a fleet made from the demand alone has enough units. */
const ENOUGH_FOR = 0.95;

/**
 * The units that answer a replay, each with room for one assignment. As many as the log names; where it names none, as
 * many as are busy at once for 95 % of the calls. They are split among the disciplines that the plans ask for by the
 * time each is busy, and stand where calls of the log were. Names are ours.
 * @param {object[]} calls completed calls
 * @param {number} named units that the log names
 * @param {(call: object) => string[]} disciplinesOf the plan of a call: one discipline per unit
 * @param {(call: object) => {longitude: number, latitude: number}} placeOf
 * @param {(place: object) => string | undefined} jurisdictionAt
 * @returns {{ id: string, name: string, discipline: string, capacity: 1, longitude: number, latitude: number, jurisdictions: string[] }[]}
 */
export function fleetFor(calls, named, disciplinesOf, placeOf, jurisdictionAt) {
  const spans = spansByDiscipline(calls, disciplinesOf);
  const sizes = named > 0 ? splitByBusyTime(spans, named) : sizesByOverlap(spans);
  return [...sizes].flatMap(([discipline, size]) =>
    [...Array(size)].map((_, at) => {
      const call = calls[Math.floor(((at + 0.5) / size) * calls.length)];
      const place = placeOf(call);
      const number = String(at + 1).padStart(3, '0');
      const jurisdiction = discipline === 'PS' ? jurisdictionAt(place) : undefined;
      return {
        id: `R${discipline}${number}`,
        name: `回放${discipline}-${number}`,
        discipline,
        capacity: 1,
        ...place,
        jurisdictions: jurisdiction === undefined ? [] : [jurisdiction],
      };
    }),
  );
}

/** When units of each discipline would be busy if there always were one: `[from, until]`. */
function spansByDiscipline(calls, disciplinesOf) {
  const spans = new Map();
  for (const call of calls) {
    for (const [at, discipline] of disciplinesOf(call).entries()) {
      const { freeAfter } = call.units[at] ?? call.extra(at);
      const list = spans.get(discipline) ?? [];
      spans.set(discipline, list);
      list.push([call.at, call.at + freeAfter]);
    }
  }
  return new Map([...spans].sort());
}

/** Shares by busy time, largest remainders first; everybody has at least one unit. */
function splitByBusyTime(spans, total) {
  const busy = [...spans].map(([discipline, list]) => [
    discipline,
    list.reduce((sum, [from, until]) => sum + until - from, 0),
  ]);
  const all = busy.reduce((sum, [, ms]) => sum + ms, 0);
  const exact = busy.map(([discipline, ms]) => ({ discipline, share: Math.max(1, (ms / all) * total) }));
  const sizes = new Map(exact.map(({ discipline, share }) => [discipline, Math.floor(share)]));
  const left = total - [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const byRemainder = exact.sort((a, b) => (b.share % 1) - (a.share % 1));
  for (const { discipline } of byRemainder.slice(0, Math.max(0, left)))
    sizes.set(discipline, sizes.get(discipline) + 1);
  return sizes;
}

/** How many are busy at the moment of a call, at the 95th percentile over the calls. */
function sizesByOverlap(spans) {
  return new Map(
    [...spans].map(([discipline, list]) => {
      const starts = list.map(([from]) => from).sort((a, b) => a - b);
      const ends = list.map(([, until]) => until).sort((a, b) => a - b);
      let over = 0;
      const busy = starts.map((start, at) => {
        while (ends[over] <= start) over += 1;
        return at + 1 - over;
      });
      busy.sort((a, b) => a - b);
      return [discipline, busy[Math.floor(busy.length * ENOUGH_FOR)] ?? 1];
    }),
  );
}
