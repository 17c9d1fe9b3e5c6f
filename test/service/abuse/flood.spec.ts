import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IncidentHoldOverdue } from '#contracts';
import { eventually, testProfile } from '#testing';
import { IntakeConfig } from '../../../apps/intake/src/intake.config.js';
import { freshKey, send } from './client.js';
import { theft, World } from './world.js';

const SLOW_MS = 180_000;
const FLOOD = 300;
const AT_ONCE = 20;
const FLOODERS = ['enterprise', 'colleague'];
/** The limits that the product comes with. */
const DEFAULTS = new IntakeConfig();

interface Receipt {
  readonly incidentId: string;
  readonly reportId: string;
  readonly waiting?: { readonly zh: string; readonly en: string };
}
interface Listed {
  readonly incidentId: string;
  readonly priority: string;
  readonly state: string;
  readonly units: readonly { readonly id: string }[];
  readonly held?: { readonly reason: string; readonly dueAt: string; readonly stage?: number };
  readonly nextClock?: { readonly clock: string; readonly dueAt: string };
}
interface File {
  readonly state: string;
  readonly held?: Listed['held'];
  readonly dispatch?: { readonly slots: readonly { readonly assignmentId?: string }[] };
  readonly timeline: readonly { readonly type: string; readonly text: { readonly zh: string } }[];
  readonly versions: { readonly intake: number };
}

describe(`a flood of reports on ${testProfile()}`, () => {
  let world: World;
  const receipts: Receipt[] = [];
  const deadly = { ...theft, enterpriseId: undefined, flags: ['life_threat'], injured: 3 };
  const report = (account: string) => world.act<Receipt>(account, 'POST', 'reports', deadly);
  const fileOf = (id: string) => world.act<File>('operator', 'GET', `incident-files/${id}`);
  /** Every open file that the desk can leaf through. */
  const listed = async (): Promise<Listed[]> => {
    const all: Listed[] = [];
    for (let after = ''; ;) {
      const path = `incident-files?stage=open&limit=100${after && `&after=${encodeURIComponent(after)}`}`;
      const page = await world.act<{ items: Listed[]; next: string | null }>('operator', 'GET', path);
      all.push(...page.items);
      if (page.next === null) return all;
      after = page.next;
    }
  };

  beforeAll(async () => {
    world = await World.start({}, {});
    for (let sent = 0; sent < FLOOD; sent += AT_ONCE) {
      const some = Array.from({ length: AT_ONCE }, (_, n) => FLOODERS[n % FLOODERS.length] ?? '');
      receipts.push(...(await Promise.all(some.map(report))));
    }
    await eventually(async () => expect(await listed()).toHaveLength(FLOOD), { withinMs: 60_000 });
  }, SLOW_MS);
  afterAll(() => world?.system.stop(), SLOW_MS);

  it('is taken whole, each report with a number, and all of it is on the desk with its priority', async () => {
    expect(new Set(receipts.map(({ incidentId }) => incidentId)).size).toBe(FLOOD);
    const all = await listed();
    expect(new Set(all.map(({ incidentId }) => incidentId))).toEqual(
      new Set(receipts.map(({ incidentId }) => incidentId)),
    );
    expect(new Set(all.map(({ priority }) => priority))).toEqual(new Set(['P1']));
    for (const { incidentId, reportId } of receipts.filter((_, n) => n % 25 === 0)) {
      expect((await fileOf(incidentId)).timeline[0]?.text.zh).toContain('接报');
      await world.act('operator', 'GET', `reports/${reportId}`);
    }
  });

  it('moves units for so many incidents of the enterprise and no more; the receipt of every other one says that it waits', async () => {
    const all = await listed();
    const served = all.filter(({ held }) => held === undefined);
    expect(served).toHaveLength(DEFAULTS.enterpriseIncidents);
    const waiting = all.filter(({ held }) => held !== undefined);
    expect(waiting.flatMap(({ units }) => units)).toEqual([]);
    expect(new Set(waiting.map(({ state, nextClock }) => `${state} ${nextClock?.clock ?? ''}`))).toEqual(
      new Set(['RECEIVED release']),
    );
    const said = new Map(receipts.map(({ incidentId, waiting: words }) => [incidentId, words?.zh ?? '']));
    for (const { incidentId, held } of all)
      expect((said.get(incidentId) ?? '').includes('接警员')).toBe(held !== undefined);
  });

  it('leaves another enterprise all it asks for, at once', async () => {
    const { incidentId, waiting } = await report('competitor');
    expect(waiting?.zh ?? '').not.toContain('接警员');
    const file = await eventually(async () => {
      const now = await fileOf(incidentId);
      expect(now.dispatch).toBeDefined();
      return now;
    });
    expect(file.dispatch?.slots.filter(({ assignmentId }) => assignmentId === undefined)).toEqual([]);
    expect(file.dispatch?.slots.length).toBeGreaterThanOrEqual(4);
  });

  it('cannot be poured into an incident that is served: further reports raise nothing until somebody releases them', async () => {
    const served = new Set(
      (await listed()).filter(({ held }) => held === undefined).map(({ incidentId }) => incidentId),
    );
    const mine = receipts.find(({ incidentId }) => served.has(incidentId));
    const told = { ...deadly, flags: ['fire_explosion'], relatesTo: mine?.incidentId };
    const filer = await filerOf(mine);
    expect((await world.act<Receipt>(filer, 'POST', 'reports', told)).waiting?.zh).toContain('接警员');
    const file = await eventually(async () => {
      const now = await fileOf(mine?.incidentId ?? '');
      expect(now.held).toMatchObject({ of: 'facts' });
      return now;
    });
    const discs = (now: File) => now.dispatch?.slots.length ?? 0;
    const before = discs(file);
    await world.act('operator', 'POST', `incidents/${mine?.incidentId ?? ''}/release`, {});
    await eventually(async () => expect(discs(await fileOf(mine?.incidentId ?? ''))).toBe(before + 1));
  });

  async function filerOf(receipt: Receipt | undefined): Promise<string> {
    for (const account of FLOODERS) {
      const token = world.people.token(account);
      const path = `/api/v1/reports/${receipt?.reportId ?? ''}`;
      if ((await send(world.system.url, { method: 'GET', path, token, headers: freshKey() })).status === 200)
        return account;
    }
    throw new Error('nobody filed it');
  }

  it('is released one by one on what is known, and units go then', async () => {
    const [first] = (await listed()).filter(({ held }) => held !== undefined);
    const { incidentId } = first ?? { incidentId: '' };
    const { versions } = await fileOf(incidentId);
    const release = (tag: string) =>
      send(world.system.url, {
        method: 'POST',
        path: `/api/v1/incidents/${incidentId}/release`,
        token: world.people.token('operator'),
        headers: { ...freshKey(), 'if-match': tag },
        body: { note: '已回拨核实' },
      });
    expect((await release(`W/"${versions.intake + 1}"`)).status).toBe(412);
    expect((await release(`W/"${versions.intake}"`)).status).toBe(200);
    await eventually(async () => {
      const file = await fileOf(incidentId);
      expect([file.held, file.state]).toEqual([undefined, 'DISPATCHED']);
      expect(file.timeline.map(({ type }) => type)).toContain('incident.released.v1');
    });
    expect((await release('*')).status).toBe(409);
  });

  it(
    'that nobody decides about is told to the duty chief in a minute, and moves no unit by that',
    async () => {
      const overdue = await eventually(
        async () => {
          const told = (await listed()).filter(({ held }) => held?.stage === 100);
          expect(told.length).toBeGreaterThan(0);
          return told;
        },
        { withinMs: 90_000, everyMs: 500 },
      );
      expect(overdue.flatMap(({ units }) => units)).toEqual([]);
      const { timeline } = await fileOf(overdue[0]?.incidentId ?? '');
      const line = timeline.find(({ type }) => type === IncidentHoldOverdue.type);
      expect(line?.text.zh).toContain('值班长');
    },
    SLOW_MS,
  );
});
