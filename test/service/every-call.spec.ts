import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INCIDENT_TYPES, incidentType } from '../../apps/intake/src/domain/incident-types/index.js';
import { SAMPLES } from '../../apps/intake/src/domain/incident-types/samples.fixture.js';
import { eventually, testProfile } from '#testing';
import { theft, World } from './abuse/world.js';
import { HARD_CALLS, REAL_CALLS } from './real-calls.samples.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world.system.stop());

interface Receipt {
  readonly incidentId: string;
  readonly number: string;
}
interface Seen {
  readonly priority: string;
  readonly restricted: boolean;
  readonly details: object;
  readonly assignments: readonly { readonly role: string; readonly unit: { readonly discipline: string } }[];
  readonly dispatch?: {
    readonly gaps: readonly unknown[];
    readonly informed: readonly { readonly discipline: string; readonly unit?: object }[];
  };
}

/** Reports something and waits until units are sent; then calls it off, so that they are free for the next call. */
async function sent(type: string, told: object): Promise<Receipt & { file: Seen }> {
  const receipt = await world.act<Receipt>('operator', 'POST', 'reports', { ...theft, type, ...told });
  const path = `incident-files/${receipt.incidentId}`;
  const file = await eventually(async () => {
    const seen = await world.act<Seen>('operator', 'GET', path);
    expect(seen.assignments.length).toBeGreaterThan(0);
    return seen;
  });
  await world.act('chief', 'POST', `incidents/${receipt.incidentId}/cancel`, { reason: 'test' });
  return { ...receipt, file };
}

describe(`every type, on ${testProfile()}`, () => {
  it.each(INCIDENT_TYPES.map((type) => [type.code, type] as const))(
    '%s is taken and dispatched',
    async (code, type) => {
      const sample = SAMPLES[code];
      const { number, file } = await sent(code, { ...sample });
      expect(number.startsWith(type.kind === 'service' ? 'FW' : 'JQ')).toBe(true);
      expect(file).toMatchObject({ restricted: type.restricted, details: sample?.details ?? {} });
      const disciplines = file.assignments.map(({ unit }) => unit.discipline);
      expect(disciplines).toEqual(expect.arrayContaining([...type.plan.atOnce]));
      expect(file.assignments.find(({ role }) => role === 'lead')?.unit.discipline).toBe(type.plan.atOnce[0]);
      expect(file.dispatch?.gaps).toEqual([]);
      const informed = file.dispatch?.informed.flatMap(({ discipline, unit }) => (unit ? [discipline] : []));
      const told = type.plan.inform.filter((discipline) => !disciplines.includes(discipline));
      expect(informed).toEqual(expect.arrayContaining(told));
    },
  );
});

describe(`calls as they come in, on ${testProfile()}`, () => {
  it.each([...REAL_CALLS, ...HARD_CALLS].map((call) => [`${call.type} ${call.what}`, call] as const))(
    '%s',
    async (_what, { type, priority, narrative, told }) => {
      const { file } = await sent(type, { narrative, ...told });
      expect(file.priority).toBe(priority);
      const lead = incidentType(type)?.plan.atOnce[0];
      expect(file.assignments.find(({ role }) => role === 'lead')?.unit.discipline).toBe(lead);
    },
  );

  it('are 27 that were dispatched somewhere, and ten that once went wrong', () => {
    expect([REAL_CALLS.length, HARD_CALLS.length]).toEqual([27, 10]);
  });
});
