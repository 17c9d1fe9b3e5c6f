import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ACTS, rolesFor, SIGHT_OF, type Act, type Answer as Verdict, type Relation, type Role } from '#contracts';
import { ROUTES } from './all-routes.js';
import { ACT_OF } from './authority-routes.js';
import { prepare, type Prepared } from './authority-stage.js';
import { send } from './client.js';
import { feedOf } from './feed.js';
import { validRequest } from './refusals.js';
import { routesOf } from './router.js';
import type { Route } from './routes.js';
import type { Stage } from './stage.js';
import { Stores } from './stores.js';
import { theft, World, type Incident } from './world.js';

jest.setTimeout(60_000);

/** Who stands how to the incident, by what happened to it; null: no relation at all. */
const PEOPLE: readonly {
  readonly account: string;
  readonly relation: Relation | null;
  readonly roles: readonly Role[];
}[] = [
  { account: 'operator', relation: 'centre', roles: ['call_taker', 'dispatcher'] },
  { account: 'leader', relation: 'oversight', roles: ['supervisor', 'analyst'] },
  { account: 'clerk', relation: 'aftercare', roles: ['eso_clerk'] },
  { account: 'PS02', relation: 'lead', roles: ['officer', 'case_officer'] },
  { account: 'PAT', relation: 'assist', roles: ['officer', 'case_officer'] },
  { account: 'ISEC01', relation: 'informed', roles: ['officer', 'case_officer'] },
  { account: 'X120', relation: 'partner', roles: ['partner_user'] },
  { account: 'AST01', relation: 'released', roles: ['officer', 'case_officer'] },
  { account: 'CID02', relation: 'barred', roles: ['officer', 'case_officer'] },
  { account: 'PS01', relation: null, roles: ['officer', 'case_officer'] },
  { account: 'enterprise', relation: 'safe_contact', roles: ['enterprise_contact'] },
  { account: 'colleague', relation: 'contact', roles: ['enterprise_contact'] },
  { account: 'competitor', relation: null, roles: ['enterprise_contact'] },
  { account: 'panel', relation: null, roles: ['machine'] },
];
const LISTS = /^GET \/api\/v1\/(incident-files|incidents|assignments|notices|live)$/;
/** Routes that a contact or a machine is shown only where it filed a report itself. */
const OF_FILERS: readonly Act[] = ['incident.read', 'report.attach'];

let world: World;
/** The incident by what is true of it. */
const incidents: Record<string, Prepared> = {};
beforeAll(async () => {
  world = await World.start();
  for (const state of ['plain', 'restricted', 'closed'] as const) incidents[state] = await prepare(world, state);
  const stores = await Stores.open(world.system.database);
  await stores.settled();
  await stores.close();
}, 120_000);

afterAll(async () => {
  await world?.system.stop();
}, 60_000);

/** What the matrix says of somebody whose relation is known by what was done above. */
function expected(act: Act, relation: Relation | null, roles: readonly Role[], state: string, filed: boolean): Verdict {
  const sight = relation && SIGHT_OF[relation][state === 'restricted' ? 'restricted' : 'plain'];
  if (relation === null || sight === null) return 'hidden';
  const outside = ['safe_contact', 'contact', 'filer'].includes(relation);
  if (outside && OF_FILERS.includes(act) && !filed) return 'hidden';
  const rule: Partial<Record<Relation, readonly Role[]>> = ACTS[act];
  return rule[relation]?.some((role) => roles.includes(role)) === true ? 'allowed' : 'refused';
}

/** Statuses that say so; where the guard speaks first it refuses whoever lacks the role. */
function statuses(verdict: Verdict, act: Act, route: Route, roles: readonly Role[]): readonly number[] {
  if (!roles.some((role) => rolesFor(act).includes(role))) return [403];
  // Routing and the reports know parts and filers alone: who has none of his own is told that there is nothing.
  const blunt = /\/(dispatches|assignments|reports)\b/.test(route.pattern);
  if (verdict === 'hidden') return blunt ? [404, 409, 422] : [404];
  return blunt ? [403, 404, 409, 422] : [403, 404];
}

const stageOf = (incident: Incident, unit: string): Stage => {
  const assignments = new Proxy(incident.assignments, {
    get: (all, code: string) => all[unit] ?? all[code] ?? all['PS02'],
  });
  return new Proxy({} as Stage, { get: () => ({ ...incident, assignments }) });
};

describe('the table of acts', () => {
  it('has every route of the product that touches an incident, and no other', () => {
    const about = routesOf(world.system).filter((route) =>
      /\/v1\/(incident-files|incidents|reports|cases|dispatches|assignments|notices|live)\b/.test(route),
    );
    expect(Object.keys(ACT_OF).sort()).toEqual(about.sort());
  });
});

describe.each(['plain', 'restricted', 'closed'])('an incident that is %s', (state) => {
  describe.each(PEOPLE)('to $account ($relation)', ({ account: called, relation, roles }) => {
    const name = () => (called === 'PAT' ? incident().patrol : called);
    const token = () => world.people.token(name());
    const incident = () => incidents[state] as Prepared;
    const filed = called === 'enterprise';
    const verdictOf = (act: Act) => expected(act, relation, roles, state, filed);

    const askedBy = (route: Route, act: Act) => {
      const sent = validRequest(route, stageOf(incident(), name()), world.people);
      const attached = { ...theft, enterpriseId: undefined, relatesTo: incident().incidentId };
      const body = act === 'report.attach' ? attached : sent.body;
      return send(world.system.url, { ...sent, token: token(), ...(body !== undefined && { body }) });
    };
    const faultsOf = async (route: Route): Promise<string[]> => {
      const key = `${route.method} ${route.pattern}`;
      const act = ACT_OF[key];
      if (act === undefined || LISTS.test(key)) return [];
      const verdict = verdictOf(act);
      const closed = verdict !== 'allowed' || !roles.some((role) => rolesFor(act).includes(role));
      if (!closed && route.method !== 'GET') return [];
      const { status, text } = await askedBy(route, act);
      const wanted = closed ? statuses(verdict, act, route, roles) : [200];
      return wanted.includes(status) ? [] : [`${key}: ${verdict}, but ${status} ${text.slice(0, 120)}`];
    };

    it('opens no route that the matrix closes, and every reading route that it opens', async () => {
      const faults: string[] = [];
      for (const route of ROUTES) faults.push(...(await faultsOf(route)));
      expect(faults).toEqual([]);
    });

    it('is in its lists exactly where the matrix shows it', async () => {
      const { incidentId } = incident();
      const faults: string[] = [];
      const lists = [
        ['incident-files', 'file.list'],
        ['incidents', 'incident.read'],
      ] as const;
      for (const [path, act] of lists) {
        const may = roles.some((role) => rolesFor(act).includes(role));
        const answer = await send(world.system.url, {
          method: 'GET',
          path: `/api/v1/${path}?limit=200`,
          token: token(),
        });
        const listed = may && verdictOf(act) === 'allowed';
        if (answer.status !== (may ? 200 : 403)) faults.push(`${path}: ${answer.status}`);
        else if (answer.text.includes(incidentId) !== listed) faults.push(`${path}: listed ${!listed}`);
      }
      expect(faults).toEqual([]);
    });

    it('is in its feed from the start, and among its notices, exactly where the matrix shows it', async () => {
      const { incidentId } = incident();
      const notices = await send(world.system.url, {
        method: 'GET',
        path: `/api/v1/notices?incidentId=${incidentId}`,
        token: token(),
      });
      const told = notices.status === 200 && notices.text.includes(incidentId);
      expect(told).toBe(verdictOf('notice.read') === 'allowed');
      const feed = await feedOf(world, name());
      const events = feed.split('\n\n').filter((event) => event.includes(incidentId));
      const own = events.filter((event) => event.includes(`"unitId":"${name()}"`));
      // Who lost the part hears of the own assignment, its end included, and of nothing else.
      if (relation === 'released' || relation === 'barred') expect([events.length > 0, events]).toEqual([true, own]);
      else expect(events.length > 0).toBe(verdictOf('feed.follow') === 'allowed');
      if (relation === 'partner')
        expect(events.join()).not.toMatch(/priority|caseNumber|suspect|candidates|gaps|typeCode/);
    });
  });
});
