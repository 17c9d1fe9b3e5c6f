import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ROUTES } from './all-routes.js';
import { send } from './client.js';
import { feedOf } from './feed.js';
import { validRequest } from './refusals.js';
import type { Stage } from './stage.js';
import { Stores } from './stores.js';
import { CANARIES, theft, World, type Incident } from './world.js';

jest.setTimeout(60_000);

/** The only account of the enterprise that may be told. */
const SAFE = 'enterprise';
/** Everybody outside of police who must learn nothing. */
const OUTSIDERS = ['colleague', 'competitor', 'panel', 'panel-2'];

/** Routes about one incident, its case or its assignments. */
const ABOUT_ONE = ROUTES.filter(
  ({ pattern, ids }) => ids && /\/(reports|incidents|incident-files|cases|dispatches|assignments)\//.test(pattern),
);
const LISTS = ['reports', 'incidents', 'incident-files', 'notices', 'enterprises', 'assignments?unit=me', 'units'];

let world: World;
let stores: Stores;
const incidents: Record<string, Incident> = {};

const get = (account: string, path: string) =>
  send(world.system.url, { method: 'GET', path: `/api/v1/${path}`, token: world.people.token(account) });

/** Police do what leaves traces: feedback, case, suspects, ledger, advice. */
async function work(
  { incidentId, caseId, lead: leader, assignments }: Incident,
  lead: string,
  officer: string,
): Promise<void> {
  const assignment = `assignments/${assignments[lead] ?? ''}`;
  await world.act(officer, 'POST', `${assignment}/acknowledge`, {});
  await world.act(officer, 'POST', `${assignment}/feedback`, { text: CANARIES.feedback, suspectsCaught: 1 });
  await world.act(leader, 'POST', `cases/${caseId}/review`, { basis: CANARIES.basis });
  await world.act(officer, 'POST', `cases/${caseId}/suspects`, { state: 'at_large' });
  const entry = { kind: 'LOSS_REPORTED', amountFen: 4_230_000, note: CANARIES.ledgerNote };
  await world.act(officer, 'POST', `cases/${caseId}/ledger-entries`, entry);
  await world.act(officer, 'POST', `incident-files/${incidentId}/advice`, { categories: ['gate'], text: '双人双锁' });
}

beforeAll(async () => {
  world = await World.start();
  stores = await Stores.open(world.system.database);
  const safeContact = { account: SAFE };
  const [insider, secret, later] = await Promise.all([
    world.report('operator', { type: 'E102', safeContact }),
    world.report('operator', { type: 'E108', safeContact }),
    world.report('operator'),
  ]);
  Object.assign(incidents, { insider, secret, later });
  const restriction = { reason: CANARIES.reason, safeContact };
  await world.act('officer-x', 'POST', `incident-files/${later.incidentId}/restrict`, restriction);
  await stores.settled();
  const [cyber] = Object.keys(secret.assignments).filter((unit) => unit === 'CYB01');
  await work(insider, 'PS02', 'officer-x');
  await work(secret, cyber ?? '', 'assist-x');
  await work(later, 'PS02', 'officer-x');
  await stores.settled();
}, 120_000);

afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

describe.each(['insider', 'secret', 'later'])('the %s incident', (name) => {
  /** A stage on which everything is this incident. */
  const stage = (): Stage => {
    const incident = incidents[name] as Incident;
    const unit = Object.keys(incident.assignments)[0] ?? '';
    const assignments = new Proxy(incident.assignments, { get: (all, code: string) => all[code] ?? all[unit] });
    return new Proxy({} as Stage, { get: () => ({ ...incident, assignments }) });
  };

  it.each(OUTSIDERS)('does not exist for %s, whatever the route', async (account) => {
    const learnt: string[] = [];
    for (const route of ABOUT_ONE) {
      const sent = validRequest(route, stage(), world.people);
      const { status, text } = await send(world.system.url, { ...sent, token: world.people.token(account) });
      if (![403, 404].includes(status) || leaks(text).length > 0) learnt.push(`${sent.path}: ${status} ${text}`);
    }
    expect(learnt).toEqual([]);
  });

  it('does not exist for units without part in it', async () => {
    const incident = incidents[name] as Incident;
    const strangers = ['PS01', 'PS03', 'TRF01'].filter((unit) => !(unit in incident.assignments));
    for (const account of strangers) {
      const paths = [
        `incident-files/${incident.incidentId}`,
        `cases/${incident.caseId}`,
        `dispatches/${incident.incidentId}`,
      ];
      const answers = await Promise.all(paths.map((path) => get(account, path)));
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });

  it.each(OUTSIDERS)('is in no list, notice or feed of %s', async (account) => {
    const { incidentId, reportId, caseId } = incidents[name] as Incident;
    const answers = await Promise.all(LISTS.map((path) => get(account, path)));
    const notices = await get(account, `notices?incidentId=${incidentId}`);
    const all = answers.map(({ text }) => text).join() + notices.text;
    expect([incidentId, reportId, caseId].filter((id) => all.includes(id))).toEqual([]);
    if (notices.status === 200) expect(JSON.parse(notices.text)).toEqual({ items: [], next: null });
  });

  it('is told to its safe contact in steps, without anything of the investigation', async () => {
    const { incidentId } = incidents[name] as Incident;
    const [file, notices, list] = await Promise.all([
      get(SAFE, `incident-files/${incidentId}`),
      get(SAFE, `notices?incidentId=${incidentId}`),
      get(SAFE, 'incident-files'),
    ]);
    expect([file.status, notices.status, list.text.includes(incidentId)]).toEqual([200, 200, true]);
    expect((JSON.parse(notices.text) as { items: unknown[] }).items.length).toBeGreaterThan(1);
    expect(leaks(file.text + notices.text + list.text)).toEqual([]);
    expect(file.text).not.toMatch(/suspect|嫌疑|candidates|longitude/i);
  });

  it('cannot be added to by others of the enterprise', async () => {
    const { incidentId } = incidents[name] as Incident;
    const body = { ...theft, relatesTo: incidentId };
    const sent = { method: 'POST', path: '/api/v1/reports', body };
    const answer = await send(world.system.url, { ...sent, token: world.people.token('colleague') });
    expect([answer.status, answer.text.includes('report.related-not-found')]).toEqual([422, true]);
  });
});

describe('the live feed', () => {
  it.each(OUTSIDERS.slice(0, 2))('tells %s nothing after the restriction', async (account) => {
    const feed = await feedOf(world, account);
    const { insider, secret } = incidents;
    expect([insider?.incidentId, secret?.incidentId].filter((id) => feed.includes(id ?? ''))).toEqual([]);
    const told = feed.match(/^event: .*$/gm)?.filter((line) => !/resync/.test(line)) ?? [];
    // What came before the restriction of the third incident was told already; its events bear no later facts.
    expect(told.filter((line) => /case|suspect|loss|advice|restrict/.test(line))).toEqual([]);
  });

  it('tells the safe contact of all three', async () => {
    const feed = await feedOf(world, SAFE);
    expect(Object.values(incidents).filter(({ incidentId }) => !feed.includes(incidentId))).toEqual([]);
  });

  it('never carries names, telephones or free text, not even to police', async () => {
    const feeds = await Promise.all([SAFE, 'operator', 'PS02'].map((account) => feedOf(world, account)));
    expect(leaks(feeds.join())).toEqual([]);
    expect(leaks(await stores.text('notifications', 'feed'))).toEqual([]);
    expect(leaks(await stores.text('notifications', 'notice'))).toEqual([]);
  });
});

it('keeps personal data out of logs and metrics', async () => {
  const metrics = await send(world.system.url, { method: 'GET', path: '/metrics' });
  expect(metrics.status).toBe(200);
  expect(leaks(metrics.text)).toEqual([]);
  expect(world.system.logs().length).toBeGreaterThan(100);
  expect(leaks(world.system.logs())).toEqual([]);
});

/** Canaries in a text. */
const leaks = (text: string): string[] => Object.values(CANARIES).filter((canary) => text.includes(canary));
