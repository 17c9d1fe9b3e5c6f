/**
 * Numbers that a seed reproduces (mulberry32). A stream with a name has numbers of its own: what one part of a run draws, at
 * times nobody foresees, changes nothing for the others.
 * @param {number} seed
 * @param {string} [name]
 */
export function randomOf(seed, name = '') {
  let state = [...name].reduce((mixed, char) => Math.imul(mixed ^ char.codePointAt(0), 0x01000193), seed) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** In [0, 1). */
    next,
    /** From `low` to `high`, both included. */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)],
    /** Time to the next arrival of a Poisson stream, ms. */
    arrival: (perSecond) => (-Math.log(1 - next()) / perSecond) * 1000,
    shuffled: (items) => {
      const list = [...items];
      for (let at = list.length - 1; at > 0; at -= 1) {
        const other = Math.floor(next() * (at + 1));
        [list[at], list[other]] = [list[other], list[at]];
      }
      return list;
    },
    /** The stream of another part of the run. */
    of: (other) => randomOf(seed, other),
  };
}
