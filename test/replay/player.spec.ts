import { describe, expect, it } from '@jest/globals';
import { Agenda } from './agenda.mjs';
import { MINUTE, type Call } from './call-log.mjs';
import { completeDemand } from './demand.mjs';
import { Player, type PlayerApi } from './player.mjs';

const call = (id: string, over: Partial<Call> = {}): Call => ({
  id,
  at: 0,
  kind: 'Theft',
  outcome: 'GONE',
  cancelled: false,
  units: [{ sentAfter: MINUTE, arrivedAfter: 5 * MINUTE, freeAfter: 30 * MINUTE }],
  ...over,
});

/** Answers like the system: every report is planned at once, with units U1 (lead) and U2, unless told otherwise. */
class Desk implements PlayerApi {
  readonly sent: string[] = [];
  hear: Player['hear'] = () => undefined;

  constructor(private readonly feedFirst: boolean) {}

  get(): Promise<unknown> {
    return Promise.reject(new Error('not asked for here'));
  }

  async post(account: string, path: string, body: object): Promise<unknown> {
    const { outcome, discipline } = body as { outcome?: string; discipline?: string };
    this.sent.push([account, path, outcome ?? discipline].filter(Boolean).join(' '));
    if (path !== 'reports') return {};
    const assigned = ['U1', 'U2'].map((unitId, at) => ({
      assignmentId: `a${unitId}`,
      unitId,
      role: at ? 'assist' : 'lead',
    }));
    const plan = () => this.hear('dispatch.planned.v1', { incidentId: 'i1', assigned, gaps: 0 }, performance.now());
    if (this.feedFirst) plan();
    else setTimeout(plan, 5);
    await Promise.resolve();
    return { incidentId: 'i1', reportId: 'r1' };
  }
}

async function play(desk: Desk, ...calls: Call[]): Promise<Player> {
  const player = new Player({
    api: desk,
    calls: completeDemand({ calls }),
    placeOf: () => ({ longitude: 120, latitude: 31 }),
    disciplines: new Map([
      ['U1', 'PS'],
      ['U2', 'CID'],
    ]),
    speed: Infinity,
    concurrency: 8,
    run: 'r',
  });
  desk.hear = (...event) => player.hear(...event);
  await player.play();
  return player;
}

describe('Player', () => {
  it.each([true, false])(
    'lets units do what the log says, whether the feed is faster than the answer (%s)',
    async (first) => {
      const desk = new Desk(first);
      const { journal } = await play(desk, call('1'));
      expect(desk.sent.filter((line) => line.includes('aU1'))).toEqual([
        'U1 assignments/aU1/acknowledge',
        'U1 assignments/aU1/arrive',
        'U1 assignments/aU1/feedback',
        'U1 assignments/aU1/complete GONE',
      ]);
      expect(journal.receipts).toHaveLength(1);
      expect(journal.receipts[0]?.plannedAt).toBeGreaterThan(0);
    },
  );

  it('cancels what the log cancelled, and nobody reports after it', async () => {
    const desk = new Desk(true);
    await play(desk, call('1', { cancelled: true }));
    expect(desk.sent).toContain('chief incidents/i1/cancel');
    expect(desk.sent.at(-1)).not.toContain('aU1/complete');
  });

  it('sends reinforcements where the log had more units than the plan', async () => {
    const desk = new Desk(true);
    const unit = { sentAfter: 0, freeAfter: 10 * MINUTE };
    await play(desk, call('1', { units: [unit, unit, unit, unit] }));
    expect(desk.sent.filter((line) => line.includes('reinforcements'))).toEqual([
      'operator dispatches/i1/reinforcements PS',
      'operator dispatches/i1/reinforcements CID',
    ]);
  });

  it('counts refusals that a race explains apart from others', async () => {
    const desk = new Desk(true);
    const post = desk.post.bind(desk);
    desk.post = (account, path, body) =>
      path.endsWith('arrive') ? Promise.reject(new Error('broken')) : post(account, path, body);
    const { journal } = await play(desk, call('1'));
    expect(Object.keys(journal.unexpected)).toEqual(['0 broken']);
  });
});

describe('Agenda', () => {
  it('begins things in the order of their time, whenever they were added', async () => {
    const agenda = new Agenda({ startAt: 0, speed: Infinity, concurrency: 1 });
    const done: number[] = [];
    const note = (at: number) => agenda.add(at, () => Promise.resolve(done.push(at)));
    for (const at of [5, 1, 9]) note(at);
    agenda.add(2, () => Promise.resolve([3, 4].forEach(note)));
    await agenda.run(() => false);
    expect(done).toEqual([1, 3, 4, 5, 9]);
    expect(agenda.now).toBe(9);
  });

  it('keeps the pattern of the log at a speed', async () => {
    const agenda = new Agenda({ startAt: 1000, speed: 100, concurrency: 8 });
    const began = performance.now();
    const times: number[] = [];
    for (const at of [1000, 6000, 11_000]) agenda.add(at, () => Promise.resolve(times.push(performance.now() - began)));
    await agenda.run(() => false);
    expect(times[1]).toBeGreaterThanOrEqual(49);
    expect(times[2]).toBeGreaterThanOrEqual(99);
    expect(agenda.behind(agenda.now + 1000)).toBe(0);
    expect(agenda.behind(agenda.now - 1000)).toBeGreaterThanOrEqual(10);
  });

  it('knows the oldest thing under way', async () => {
    const agenda = new Agenda({ startAt: 0, speed: Infinity, concurrency: 2 });
    const seen: number[] = [];
    for (const at of [3, 4, 7]) {
      agenda.add(at, async () => {
        await Promise.resolve();
        seen.push(agenda.oldest);
      });
    }
    await agenda.run(() => false);
    expect(seen).toEqual([3, 3, 7]);
    expect(agenda.oldest).toBe(Infinity);
  });

  it('never has more under way than it may', async () => {
    const agenda = new Agenda({ startAt: 0, speed: Infinity, concurrency: 3 });
    let running = 0;
    let most = 0;
    for (let at = 0; at < 20; at += 1) {
      agenda.add(at, async () => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 2));
        running -= 1;
      });
    }
    await agenda.run(() => false);
    expect(most).toBe(3);
  });
});
