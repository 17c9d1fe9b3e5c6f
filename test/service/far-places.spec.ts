import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { testProfile } from '#testing';
import { theft, World } from './abuse/world.js';

interface Text {
  readonly zh: string;
}
interface Slot {
  readonly discipline: string;
  readonly assignmentId?: string;
  readonly gapReason?: Text;
  readonly candidates: readonly { readonly reason: Text }[];
}
interface FileSeen {
  readonly place: { readonly precision?: string; readonly longitude: number };
  readonly assignments: readonly { readonly role: string }[];
  readonly leadMissing?: { readonly reason?: Text };
  readonly dispatch?: { readonly slots: readonly Slot[]; readonly informed: readonly { readonly unit?: object }[] };
}

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 120_000);
afterAll(() => world?.system.stop(), 60_000);

const reported = async (place: object, told: object = {}): Promise<string> => {
  const { incidentId } = await world.act<{ incidentId: string }>('operator', 'POST', 'reports', {
    ...theft,
    ...told,
    place: { address: '不详', ...place },
  });
  return incidentId;
};

/** The file, once it is as it should be. */
async function fileWith(incidentId: string, fits: (file: FileSeen) => boolean): Promise<FileSeen> {
  for (const until = Date.now() + 15_000; Date.now() < until; await sleep(25)) {
    const file = await world.act<FileSeen>('operator', 'GET', `incident-files/${incidentId}`).catch(() => undefined);
    if (file?.dispatch && fits(file)) return file;
  }
  throw new Error('not within 15 s');
}

const said = ({ dispatch }: FileSeen): string =>
  JSON.stringify(dispatch?.slots.flatMap(({ gapReason, candidates }) => [gapReason, ...candidates]));

describe(`a place that cannot be right, on ${testProfile()}`, () => {
  it.each([
    ['nowhere', { longitude: 0, latitude: 0 }, {}],
    ['on another continent', { longitude: -74, latitude: 40.7 }, {}],
    ['in another province', { longitude: 121.47, latitude: 31.23 }, {}],
    ['nowhere, though somebody is threatened', { longitude: 0, latitude: 0 }, { flags: ['life_threat', 'weapon'] }],
  ])('%s: is kept, marked, and waits for a person with its reason', async (_where, point, told) => {
    const file = await fileWith(await reported(point, told), () => true);
    expect(file.place).toMatchObject({ ...point, precision: 'far' });
    expect(file.assignments).toEqual([]);
    expect(file.dispatch?.informed.filter(({ unit }) => unit)).toEqual([]);
    expect(file.leadMissing?.reason?.zh).toContain('地点远在本中心辖区之外，须先由人核实');
    for (const { gapReason } of file.dispatch?.slots ?? []) expect(gapReason?.zh).toContain('须先由人核实');
    expect(said(file)).not.toContain('邻近辖区');
  });

  it('is believed once a person sends somebody, who leads; the others follow', async () => {
    const incidentId = await reported({ longitude: 0, latitude: 0 });
    const { dispatch } = await fileWith(incidentId, () => true);
    const wanted = dispatch?.slots.length ?? 0;
    expect(wanted).toBeGreaterThan(1);
    await world.act('operator', 'POST', `dispatches/${incidentId}/reinforcements`, { discipline: 'TRF' });
    const file = await fileWith(incidentId, ({ assignments }) => assignments.length === wanted + 1);
    expect(file.assignments.filter(({ role }) => role === 'lead')).toHaveLength(1);
    expect(file.leadMissing).toBeUndefined();
    expect(file.place.precision).toBe('far');
    expect(said(file)).not.toContain('邻近辖区');
  });
});

describe('a place outside of every jurisdiction, but near', () => {
  it('gets units, and no word of a neighbouring beat', async () => {
    const incidentId = await reported({ longitude: 120.3, latitude: 31.69 });
    const file = await fileWith(incidentId, ({ assignments }) => assignments.length > 1);
    expect(file.place).not.toHaveProperty('precision');
    expect(said(file)).toContain('地点不在任何辖区内');
    expect(said(file)).not.toContain('邻近辖区');
  });
});
