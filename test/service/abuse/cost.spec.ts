import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CostMeter, MOST_MS, NOBODY_AT_ALL, type Cost } from './cost-meter.js';
import { bodyOfBytes, heavyBody, SHAPES, type Shape } from './heavy-bodies.js';
import { World } from './world.js';
import { knownRoutes, writtenRoutes, type WrittenRoute } from './written-routes.js';

const KIB = 1024;

/** Members of each object or list, as many as are let through to the classes. */
const letThrough = (shape: Shape, fields: readonly string[]): number =>
  shape === 'nested'
    ? 30
    : shape === 'flat' || shape === 'nulls'
      ? 190
      : Math.min(190, 950 / Math.min(9, fields.length || 1));

let world: World;
let meter: CostMeter;

beforeAll(async () => {
  world = await World.start({ QIJING_SIGN_IN_PER_MINUTE: '0', QIJING_RATE_PER_MINUTE: '0', QIJING_LOG_LEVEL: 'warn' });
  meter = await CostMeter.of(world);
}, 120_000);
afterAll(() => world?.system.stop());

const bodied = (): WrittenRoute[] => writtenRoutes(world.system).filter(({ fields }) => fields.length > 0);

/** What is wrong with the answers of every route that takes a body. */
async function faultsOf(
  payloadsOf: (route: WrittenRoute) => readonly (readonly [string, string])[],
  fits: (answer: Cost) => boolean,
  as = meter.everybody,
): Promise<string[]> {
  const faults: string[] = [];
  for (const route of writtenRoutes(world.system))
    for (const [what, payload] of payloadsOf(route)) {
      const bytes = Buffer.from(payload);
      for (const [caller, token] of as) {
        const answer = await meter.ask(route, token, bytes);
        if (answer.ms >= MOST_MS || !fits(answer))
          faults.push(`${route.method} ${route.pattern}: ${what} as ${caller}: ${JSON.stringify(answer)}`);
      }
    }
  return faults;
}

/** Bodies of all shapes. */
const inShapes =
  (body: (shape: Shape, fields: readonly string[]) => string) =>
  ({ fields }: WrittenRoute) =>
    SHAPES.map((shape) => [shape, body(shape, fields)] as const);

describe('every route that takes a body, as nobody and as each role', () => {
  it('is known with its fields', () => {
    const routes = writtenRoutes(world.system);
    expect(routes.length).toBeGreaterThan(35);
    expect(bodied().length).toBeGreaterThan(25);
  });

  it('refuses a mebibyte unread', async () => {
    const mebibyte = inShapes((shape, fields) => bodyOfBytes(shape, fields, KIB * KIB));
    expect(await faultsOf(mebibyte, ({ status }) => status === 413)).toEqual([]);
  }, 60_000);

  it('lets no class see what has too many values', async () => {
    const counted = ({ status, code }: Cost) =>
      status === 400 && ['request.too-many-values', 'request.too-deep'].includes(code);
    const oneMore = inShapes((shape, fields) => heavyBody(shape, fields, 201));
    // Some routes read less than that.
    const unread = (answer: Cost) => answer.status === 413 || counted(answer);
    expect(await faultsOf(oneMore, unread)).toEqual([]);
    // The most that any route reads.
    const longest = inShapes((shape, fields) => bodyOfBytes(shape, fields, 64 * KIB));
    expect(await faultsOf(longest, unread, NOBODY_AT_ALL)).toEqual([]);
  }, 60_000);

  it('says quickly what is wrong with the rest', async () => {
    const most = inShapes((shape, fields) => heavyBody(shape, fields, letThrough(shape, fields)));
    expect(await faultsOf(most, ({ status }) => status >= 400 && status < 500)).toEqual([]);
  }, 60_000);

  it('takes no more than twice as long for twice as much', async () => {
    let [half, whole] = [0, 0];
    for (const route of bodied()) {
      const token = await meter.readerOf(route);
      for (const shape of SHAPES.filter((one) => one !== 'nested')) {
        half += await meter.leastMs(route, token, heavyBody(shape, route.fields, letThrough(shape, route.fields) / 2));
        whole += await meter.leastMs(route, token, heavyBody(shape, route.fields, letThrough(shape, route.fields)));
      }
    }
    expect(whole / half).toBeLessThan(3);
  }, 60_000);
});

describe('a text in every field', () => {
  it.each(['a', '1', '0', ' ', '.', '-', '-1', '@', 'a@', '1 ', '(', '９', '转', '\u200b', '2026-01-01T'])(
    'is judged quickly, whatever it is made of: %j',
    async (piece) => {
      const faults: string[] = [];
      for (const route of bodied()) {
        const token = await meter.readerOf(route);
        for (const bytes of [3 * KIB, 24 * KIB, 60 * KIB]) {
          // As long as many fields of a body may be together.
          const share = bytes / (Buffer.byteLength(JSON.stringify(route.filledWith('aaaaaaaa'))) / 8);
          const text = piece.repeat(share / Buffer.byteLength(piece));
          const { status, ms } = await meter.ask(route, token, JSON.stringify(route.filledWith(text)));
          if (status < 400 || status >= 500 || ms >= MOST_MS)
            faults.push(`${route.pattern} ${bytes}: ${status}, ${ms} ms`);
        }
      }
      expect(faults).toEqual([]);
    },
  );
});

describe('every route that is read', () => {
  it('refuses a long address and many parameters quickly', async () => {
    const faults: string[] = [];
    for (const route of knownRoutes(world.system).filter(({ method }) => method === 'GET'))
      for (const query of ['a&'.repeat(4_000), `search=${'０'.repeat(800)}&${'x=1&'.repeat(40)}`, 'a'.repeat(8_000)])
        for (const [caller, token] of meter.everybody) {
          const { status, ms } = await meter.ask({ ...route, path: `${route.path}?${encodeURI(query)}` }, token);
          // Lists without parameters overlook them.
          if (status >= (query.includes('=') || !query.includes('&') ? 500 : 401) || ms >= MOST_MS)
            faults.push(`${route.pattern}?${query.slice(0, 9)} as ${caller}: ${status}, ${ms} ms`);
        }
    expect(faults).toEqual([]);
  }, 60_000);
});
