import { randomOf } from '../load/arrivals.mjs';

const RESAMPLES = 2000;

/** The middle value; the mean of the two in the middle where there is none. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
}

/** The 95 % interval of the median, by resampling with a fixed seed. */
export function bootstrap(values) {
  const random = randomOf(20_260_101);
  const draw = () => values[Math.floor(random() * values.length)];
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(draw))).sort((a, b) => a - b);
  return [medians[Math.floor(RESAMPLES * 0.025)], medians[Math.ceil(RESAMPLES * 0.975) - 1]];
}

/**
 * What pairs of runs say: the medians of product and floor, and the median of the ratios within pairs with its interval.
 * @param {{product: object, floor: object}[]} pairs
 * @param {(run: object) => number} read
 */
export function compare(pairs, read) {
  return {
    value: median(pairs.map(({ product }) => read(product))),
    floor: median(pairs.map(({ floor }) => read(floor))),
    ...ratioOf(pairs, 'product', 'floor', read),
  };
}

/** The median of the ratios of two sides within pairs, with its 95 % interval, and in how many pairs the load was late. */
export function ratioOf(pairs, one, other, read) {
  const ratios = pairs.map((pair) => read(pair[one]) / read(pair[other]));
  return {
    ratio: median(ratios),
    interval: bootstrap(ratios),
    pairs: pairs.length,
    void: pairs.filter((pair) => pair[one].void || pair[other].void).length,
  };
}
