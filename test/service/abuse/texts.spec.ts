import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { INCIDENT_TYPES } from '../../../apps/intake/src/domain/incident-types/index.js';
import type { FieldSpec } from '../../../apps/intake/src/domain/incident-types/fields.js';
import { ROUTES } from './all-routes.js';
import { faultsOf, freshKey, send, type Sent } from './client.js';
import { validRequest } from './refusals.js';
import { pathOf, type Route } from './routes.js';
import { setStage, type Stage } from './stage.js';
import { changed, Stores } from './stores.js';
import { bodyTexts, pointerOf, queryTexts, withValue, type Leaf } from './text-leaves.js';
import { theft, World } from './world.js';

/** Every text that anybody may send, by the document: a new field is tried without being named here. */
const acting = ROUTES.filter(({ as, roles }) => as !== undefined || roles === 'everybody');
const inBodies = acting.flatMap((route) => bodyTexts(route.method, route.pattern).map((leaf) => ({ route, ...leaf })));
const detailed = INCIDENT_TYPES.flatMap(({ code, fields }) =>
  detailTexts(fields, ['details']).map((leaf) => ({
    route: acting.find(({ pattern }) => pattern.endsWith('/reports')) as Route,
    body: { ...theft, type: code },
    ...leaf,
  })),
);

function detailTexts(fields: readonly FieldSpec[], path: Leaf['path']): Leaf[] {
  return fields.flatMap(({ name, type, items = [] }) => {
    if (type === 'string') return [{ path: [...path, name], schema: {} }];
    return detailTexts(items, [...path, name, 0]);
  });
}

interface Try {
  readonly route: Route;
  readonly path: Leaf['path'];
  readonly schema: Leaf['schema'];
  readonly body?: object;
}
const texts: readonly Try[] = [...inBodies, ...detailed];
const isLine = ({ schema: { pattern = '' } }: Try): boolean => pattern.includes('\\u202a');
const mustShow = ({ schema: { pattern = '' } }: Try): boolean => pattern.includes('(?=');
const isPhone = ({ path }: Try): boolean => path.at(-1) === 'phone';
const isInstant = ({ schema: { format } }: Try): boolean => format === 'date-time';

const anywhere = ['A\u0000B', '甲\u0007乙', '\u001b[31m', '\u007f', '\u0085', '\ufffe', '甲\ud83d', '\udc6e'];
const blank = ['', ' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\u3164', '\u2800', '\u00ad'];

jest.setTimeout(120_000);
let world: World;
let stage: Stage;
let stores: Stores;

beforeAll(async () => {
  world = await World.start();
  stage = await setStage(world);
  stores = await Stores.open(world.system.database);
}, 120_000);

afterAll(async () => {
  await stores?.close();
  await world?.system.stop();
}, 60_000);

/** Sends every value at every place, alone; answers what was not refused by its pointer, with the code if one is named. */
async function faults(places: readonly Try[], values: readonly unknown[], code = ''): Promise<string[]> {
  const found: string[] = [];
  for (const { route, path, body } of places) {
    const valid = validRequest(route, stage, world.people);
    for (const value of values) {
      const sent: Sent = {
        ...valid,
        body: withValue(body ?? valid.body, path, value),
        headers: { ...valid.headers, ...(route.key && freshKey()) },
      };
      const answer = await send(world.system.url, sent);
      const pointer = pointerOf(typeof path.at(-1) === 'number' ? path.slice(0, -1) : path);
      const wrong = faultsOf(answer, { status: 400, code: 'request.invalid', pointers: [pointer] }, 'zh');
      const told = wrong.length > 0 || answer.text.includes(`"code":"${code}`) ? [] : [`no ${code}: ${answer.text}`];
      found.push(
        ...[...wrong, ...told].map((fault) => `${route.pattern}${pointer} ${JSON.stringify(value)}: ${fault}`),
      );
    }
  }
  return found;
}

describe('every text of every body', () => {
  it('is many', () => expect([texts.length > 60, texts.filter(isLine).length > 15]).toEqual([true, true]));

  it('holds no control character and no half of one', async () => {
    const before = await stores.settled();
    expect(await faults(texts, anywhere)).toEqual([]);
    expect(changed(before, await stores.contents())).toEqual([]);
  });

  it('of one line holds nothing that breaks it or turns it around', async () => {
    const values = ['\u202E王敏', '王\u2066敏', '\u061c', '王\u200f敏', '王\n敏', '王\t敏', '王\u2028敏'];
    expect(await faults(texts.filter(isLine), values, 'field.')).toEqual([]);
  });

  it('that has to say something shows something', async () => {
    expect(await faults(texts.filter(mustShow), blank, 'field.not-empty')).toEqual([]);
  });

  it('that is a telephone number has digits, as many as numbers have', async () => {
    const values = ['---', '   ', '()', '+', '12', '无', '转8012', '1'.repeat(21), '１２'];
    expect(texts.filter(isPhone).length).toBeGreaterThanOrEqual(3);
    expect(await faults(texts.filter(isPhone), values, 'field.phone')).toEqual([]);
  });

  it('that is an instant has its offset', async () => {
    const values = ['2026-05-20T10:00:00', '20260520T101010+0800', '2026', '2026-05-20', '2026-05-20T10:00:00+0800'];
    expect(texts.filter(isInstant).length).toBeGreaterThanOrEqual(10);
    expect(await faults(texts.filter(isInstant), values, 'field.')).toEqual([]);
  });
});

describe('every text of an address', () => {
  const odd = ['%00', 'a%00b', '%E2%80%AE', '%1b', '%C2%85', 'a%0Ab'];

  it.each(acting.filter(({ ids }) => ids))('$method $pattern', async (route) => {
    const [first = '', ...rest] = route.ids?.(stage) ?? [];
    expect(first).not.toBe('');
    for (const id of odd) {
      const sent = { ...validRequest(route, stage, world.people), path: pathOf(route.pattern, [id, ...rest]) };
      const answer = await send(world.system.url, sent);
      const said = JSON.parse(answer.text) as { errors: { pointer: string }[] };
      expect([id, answer.status, said.errors[0]?.pointer]).toEqual([id, 400, expect.stringMatching(/^\/path\/\w+$/)]);
    }
  });

  const queried = acting.filter(({ method, pattern }) => queryTexts(method, pattern).length > 0);
  it.each(queried)('$method $pattern?…', async (route) => {
    for (const { path } of queryTexts(route.method, route.pattern)) {
      for (const text of odd.filter((each) => each !== '%E2%80%AE')) {
        const valid = validRequest(route, stage, world.people);
        const base = valid.path.split('?')[0] ?? '';
        const answer = await send(world.system.url, { ...valid, path: `${base}?${path[0] ?? ''}=${text}` });
        expect([path[0], text, answer.status]).toEqual([path[0], text, 400]);
        expect(answer.text).toContain(`"/query/${path[0] ?? ''}"`);
      }
    }
  });
});
