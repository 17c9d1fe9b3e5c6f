import { chance } from './chance.mjs';
import { MINUTE } from './call-log.mjs';

/** From this many known ends on, a log's own distribution is used. */
const ENOUGH = 30;
/** Where a log says nothing: busy for 20 min in the middle, 5 % longer than 87 min; a quarter of it is the way. */
const MEDIAN_MS = 20 * MINUTE;
const LONGEST_MS = 8 * 60 * MINUTE;
/** Calls of a log without units have one, two or three. */
const SHARE_ONE = 0.6;
const SHARE_TWO = 0.88;

/**
 * Completes what a log does not say: how many units a call had, when a unit arrived, when it was free again. Times come
 * from the log's own distribution where it has one, and depend on the call alone.
 * @returns calls whose units all have `freeAfter`, the longest first: the lead stays longest
 */
export function completeDemand(log) {
  const known = log.calls.flatMap(({ units }) => units.flatMap(busyOf)).sort((a, b) => a - b);
  const draw = known.length >= ENOUGH ? quantileOf(known) : usual;
  const saysArrival = log.calls.some(({ units }) => units.some(({ arrivedAfter }) => arrivedAfter !== undefined));
  return log.calls.map((call) => {
    const units = call.units.length > 0 ? call.units : guessUnits(call.id);
    const complete = units.map((unit, at) => completeUnit(unit, draw(chance(`${call.id} busy ${at}`)), saysArrival));
    return {
      ...call,
      units: complete.sort((a, b) => b.freeAfter - a.freeAfter),
      extra: (at) => extraUnit(call, draw, at),
    };
  });
}

const busyOf = ({ sentAfter, freeAfter }) => (freeAfter === undefined ? [] : [freeAfter - sentAfter]);

const quantileOf = (sorted) => (share) => sorted[Math.floor(share * sorted.length)];

/** Log-logistic: its quantiles need no table. */
function usual(share) {
  const ms = MEDIAN_MS * Math.sqrt(share / (1 - share));
  return Math.round(Math.min(LONGEST_MS, Math.max(MINUTE, ms)));
}

function guessUnits(id) {
  const share = chance(`${id} units`);
  const many = share < SHARE_ONE ? 1 : share < SHARE_TWO ? 2 : 3;
  return [...Array(many)].map(() => ({ sentAfter: 0 }));
}

function completeUnit(unit, busyMs, saysArrival) {
  const { sentAfter, departedAfter } = unit;
  const onTheWay = departedAfter ?? sentAfter;
  const freeAfter = unit.freeAfter ?? (unit.arrivedAfter ?? onTheWay) + busyMs;
  const guessed = saysArrival ? undefined : onTheWay + Math.round((freeAfter - onTheWay) / 4);
  const arrivedAfter = unit.arrivedAfter ?? guessed;
  return {
    sentAfter,
    ...(departedAfter !== undefined && { departedAfter }),
    ...(arrivedAfter !== undefined && { arrivedAfter }),
    freeAfter,
  };
}

/** A unit of ours beyond those that the log names: sent with the call, busy by the distribution. */
function extraUnit({ id }, draw, at) {
  return completeUnit({ sentAfter: 0 }, draw(chance(`${id} extra ${at}`)), false);
}
