import { describe, expect, it } from '@jest/globals';
import { MINUTE, type Call, type CallUnit } from './call-log.mjs';
import { completeDemand } from './demand.mjs';
import { fleetFor } from './fleet.mjs';
import { mapped } from './incident-types.mjs';
import { movedPlaces } from './places.mjs';

const call = (id: number, units: CallUnit[], over: Partial<Call> = {}): Call => ({
  id: `K${id}`,
  at: id * MINUTE,
  kind: 'Theft',
  outcome: 'HELPED',
  cancelled: false,
  units,
  ...over,
});
const many = (count: number, units: (n: number) => CallUnit[]) =>
  Array.from({ length: count }, (_, n) => call(n, units(n)));

describe('completeDemand', () => {
  it('frees units without an end by the distribution of those that have one', () => {
    const calls = many(100, (n) => [n % 2 === 0 ? { sentAfter: 0, freeAfter: (n % 3) * MINUTE } : { sentAfter: 0 }]);
    const busy = completeDemand({ calls }).map(({ units: [unit] }) => unit?.freeAfter);
    expect(new Set(busy)).toEqual(new Set([0, MINUTE, 2 * MINUTE]));
  });

  it('falls back to 20 minutes in the middle and one to three units where a log says nothing', () => {
    const calls = completeDemand({ calls: many(2000, () => []) });
    const busy = calls.flatMap(({ units }) => units.map(({ freeAfter }) => freeAfter)).sort((a, b) => a - b);
    expect((busy[busy.length >> 1] ?? 0) / MINUTE).toBeGreaterThan(17);
    expect((busy[busy.length >> 1] ?? 0) / MINUTE).toBeLessThan(23);
    expect(new Set(calls.map(({ units }) => units.length))).toEqual(new Set([1, 2, 3]));
  });

  it('says the same of the same log every time, and puts the longest unit first', () => {
    const calls = many(50, () => [{ sentAfter: 0 }, { sentAfter: 0 }]);
    const [first, second] = [completeDemand({ calls }), completeDemand({ calls })];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    for (const { units } of first) expect(units[0]?.freeAfter).toBeGreaterThanOrEqual(units[1]?.freeAfter ?? 0);
    expect(first[0]?.extra(3)).toEqual(second[0]?.extra(3));
  });
});

describe('fleetFor', () => {
  const place = () => ({ longitude: 119.9, latitude: 31.7 });
  const calls = completeDemand({ calls: many(200, () => [{ sentAfter: 0, freeAfter: 10 * MINUTE }]) });

  it('has as many units as the log names, split by busy time, at least one of each discipline', () => {
    const disciplines = ({ id }: Call) => (id === 'K7' ? ['PS', 'AFC'] : ['PS', 'CID']);
    const fleet = fleetFor(calls, 20, disciplines, place, () => 'YQ');
    expect(fleet).toHaveLength(20);
    expect(fleet.filter(({ discipline }) => discipline === 'AFC')).toHaveLength(1);
    expect(new Set(fleet.map(({ id }) => id)).size).toBe(20);
    expect(fleet.find(({ discipline }) => discipline === 'PS')?.jurisdictions).toEqual(['YQ']);
  });

  it('has as many as are busy at once where the log names none', () => {
    const fleet = fleetFor(
      calls,
      0,
      () => ['TRF'],
      place,
      () => undefined,
    );
    expect(fleet).toHaveLength(10);
  });
});

describe('movedPlaces', () => {
  const far = (n: number, longitude: number, latitude: number) => call(n, [], { place: { longitude, latitude } });

  it('moves every place onto the demo ground, near stays near, and states the shift', () => {
    const calls = [far(1, -20, 10), far(2, -19.999, 10.001), far(3, -18, 12)];
    const { moved, at } = movedPlaces(calls);
    const [a, b, c] = calls.map(at);
    for (const each of [a, b, c]) {
      expect(each?.longitude).toBeGreaterThanOrEqual(119.87);
      expect(each?.longitude).toBeLessThanOrEqual(120.09);
      expect(each?.latitude).toBeGreaterThanOrEqual(31.65);
      expect(each?.latitude).toBeLessThanOrEqual(31.73);
    }
    expect(Math.abs((a?.longitude ?? 0) - (b?.longitude ?? 0))).toBeLessThan(0.001);
    expect(moved).toMatchObject({ from: [-19, 11], to: [119.98, 31.69], scale: 0.04 });
  });

  it('gives areas without coordinates a cell each', () => {
    const calls = [call(1, [], { area: 'G1' }), call(2, [], { area: 'G2' }), call(3, [], { area: 'G1' })];
    const { at } = movedPlaces(calls);
    const column = (each: Call) => Math.floor((at(each).longitude - 119.87) / 0.11);
    expect(calls.map(column)).toEqual([0, 1, 0]);
  });
});

describe('mapped', () => {
  it.each([
    ['Theft', 'E101'],
    ['Embezzlement', 'E102'],
    ['Forgery', 'E104'],
    ['Alarm Audible', 'E108'],
    ['Disturbance', 'E201'],
    ['Minor Accident', 'F01'],
    ['', 'E101'],
    ['something unheard of', 'E201'],
  ])('%s becomes %s', (kind, type) => {
    expect(mapped(kind).type).toBe(type);
  });

  it('keeps dangers that triage looks at', () => {
    expect(mapped('Disturbance (Gun Involved)')).toMatchObject({ type: 'E201', flags: ['weapon'] });
    expect(mapped('Medical Incident')).toMatchObject({ type: 'F01', injured: 1 });
  });
});
