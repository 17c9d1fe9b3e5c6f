import { chance } from './chance.mjs';

/** Where the demo's invented jurisdictions lie; every replayed place is moved into it. Degrees. */
const GROUND = { west: 119.87, east: 120.09, south: 31.65, north: 31.73 };

/**
 * Moves a log's places onto the demo's ground: shifted and shrunk alike in both directions, so that near stays near and
 * nobody takes another city's map for ours. Areas without coordinates become cells of a grid, in the order of their names.
 * @returns {{ moved: object, at: (call: object) => {longitude: number, latitude: number} }} `moved` states the shift
 */
export function movedPlaces(calls) {
  const points = calls.flatMap(({ place }) => place ?? []);
  const box = middleOf(points);
  const to = { longitude: (GROUND.west + GROUND.east) / 2, latitude: (GROUND.south + GROUND.north) / 2 };
  const scale = Math.min(1, (GROUND.east - GROUND.west) / box.width, (GROUND.north - GROUND.south) / box.height);
  const areas = [...new Set(calls.map(({ area }) => area ?? ''))].sort();
  const side = Math.ceil(Math.sqrt(areas.length));
  const move = ({ longitude, latitude }) => ({
    longitude: clamp(to.longitude + (longitude - box.longitude) * scale, GROUND.west, GROUND.east),
    latitude: clamp(to.latitude + (latitude - box.latitude) * scale, GROUND.south, GROUND.north),
  });
  const inGrid = ({ area = '', id }) => {
    const cell = areas.indexOf(area);
    const spot = (index, name) => (index + chance(`${id} ${name}`)) / side;
    return {
      longitude: round(GROUND.west + (GROUND.east - GROUND.west) * spot(cell % side, 'x')),
      latitude: round(GROUND.south + (GROUND.north - GROUND.south) * spot(Math.floor(cell / side), 'y')),
    };
  };
  const moved =
    points.length > 0
      ? { from: pointOf(box), to: pointOf(to), scale: round(scale) }
      : { to: pointOf(to), areas: areas.length };
  return { moved, at: (call) => (call.place ? move(call.place) : inGrid(call)) };
}

function middleOf(points) {
  const xs = points.map(({ longitude }) => longitude);
  const ys = points.map(({ latitude }) => latitude);
  const [west, east, south, north] = [min(xs), max(xs), min(ys), max(ys)];
  return {
    longitude: (west + east) / 2,
    latitude: (south + north) / 2,
    width: Math.max(east - west, 1e-6),
    height: Math.max(north - south, 1e-6),
  };
}

const min = (values) => values.reduce((least, value) => Math.min(least, value), Infinity);
const max = (values) => values.reduce((most, value) => Math.max(most, value), -Infinity);
const round = (value) => Math.round(value * 1e6) / 1e6;
const clamp = (value, least, most) => round(Math.min(most, Math.max(least, value)));
const pointOf = ({ longitude, latitude }) => [round(longitude), round(latitude)];
