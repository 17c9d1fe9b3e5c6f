import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DeadlineRunner } from '#persistence';
import { ROUTES } from './all-routes.js';
import { faultsOf, send, type Answer, type Sent } from './client.js';
import { refusalsOf, validRequest, type Case } from './refusals.js';
import { routesOf } from './router.js';
import { setStage, STAGE_QUOTAS, type Stage } from './stage.js';
import { changed, Stores, type Contents } from './stores.js';
import { World } from './world.js';

const named = ROUTES.map((route) => ({ name: `${route.method} ${route.pattern}`, route }));

/** Pages and their files are there once they are built. */
const isPage = (route: string): boolean => /^GET \/(?!(api|health|metrics|\.well-known)\b)/.test(route);

jest.setTimeout(60_000);

let world: World;
let stage: Stage;
let stores: Stores;
let before: Contents;

beforeAll(async () => {
  world = await World.start({}, STAGE_QUOTAS);
  stage = await setStage(world);
  // Clocks that run out meanwhile would write.
  for (const runner of world.system.app.get(DeadlineRunner, { strict: false, each: true })) await runner.stop();
  stores = await Stores.open(world.system.database);
  before = await stores.settled();
}, 120_000);

afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

describe('the table', () => {
  it('has every route of the product, and no other', () => {
    expect(named.map(({ name }) => name).sort()).toEqual(
      routesOf(world.system)
        .filter((route) => !isPage(route))
        .sort(),
    );
  });
});

describe.each(named)('$name', ({ route }) => {
  it('refuses whatever is wrong, and stores nothing of it', async () => {
    const cases = await refusalsOf(route, stage, world.people);
    const faults: string[] = [];
    for (const [at, one] of cases.entries()) faults.push(...(await faultsWith(one, at % 2 === 0 ? 'zh' : 'en')));
    const after = await stores.contents();
    faults.push(...changed(before, after));
    before = after;
    expect(faults).toEqual([]);
  }, 60_000);
});

/** First answers to requests with a key, to be compared with their replays. */
const answered = new Map<string, { sent: Sent; answer: Answer }>();
const keyed = named.filter(({ route }) => route.key !== undefined);
const valid = named.filter(({ route }) => (route.as !== undefined || route.roles === 'everybody') && !route.endless);

describe('valid requests', () => {
  it.each(valid)('$name', async ({ name, route }) => {
    const sent = validRequest(route, stage, world.people);
    const [first, second] = await Promise.all([send(world.system.url, sent), send(world.system.url, sent)]);
    const [acted, other] = first.status === route.status ? [first, second] : [second, first];
    if (route.key === undefined) return expect([acted.status, acted.text.length > 2]).toEqual([route.status, true]);
    // Two at once with one key: one of them acts, the other one is told so or gets the same answer.
    expect([acted.status, acted.text.slice(0, 0)]).toEqual([route.status, '']);
    if (other.status === 409) expect(other.text).toContain('idempotency.in-progress');
    else expect([other.status, other.text]).toEqual([acted.status, acted.text]);
    answered.set(name, { sent, answer: acted });
  });
});

describe('a key that was used before', () => {
  beforeAll(async () => {
    before = await stores.settled();
  }, 20_000);

  it.each(keyed)('$name', async ({ name, route }) => {
    const { sent, answer } = answered.get(name) ?? { sent: undefined, answer: undefined };
    if (!sent || !answer) throw new Error('was not answered before');
    const replay = await send(world.system.url, sent);
    expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([answer.status, 'true']);
    expect(JSON.parse(replay.text)).toEqual(JSON.parse(answer.text));
    if (route.otherBody) {
      const other = { ...sent, body: { ...(sent.body as object), ...route.otherBody } };
      const refused = await send(world.system.url, other);
      expect(
        faultsOf(
          refused,
          { status: 422, code: 'idempotency.body-differs', pointers: ['/headers/idempotency-key'] },
          'zh',
        ),
      ).toEqual([]);
    }
    // The key belongs to its account: somebody else's request with it is a request of its own, not a look at the answer.
    const stranger = await send(world.system.url, {
      ...sent,
      token: world.people.token('audit'),
      headers: { ...sent.headers },
    });
    expect(stranger.status).toBe(403);
    expect(changed(before, await stores.contents())).toEqual([]);
  });
});

async function faultsWith({ what, sent, refused }: Case, language: 'zh' | 'en'): Promise<string[]> {
  const headers = { ...sent.headers, ...(language === 'en' && { 'accept-language': 'en-GB,en;q=0.9' }) };
  const answer = await send(world.system.url, { ...sent, headers }).catch((error: unknown) => error as Error);
  if (answer instanceof Error) return [`${what}: ${answer.message} ${String(answer.cause)}`];
  return faultsOf(answer, refused, language).map((fault) => `${what}: ${fault}`);
}
