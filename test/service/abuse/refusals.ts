import { ROLES, type Role } from '#contracts';
import { freshKey, type Refused, type Sent } from './client.js';
import { spoil } from './fields.js';
import type { People } from './people.js';
import { NOBODY, pathOf, type Route } from './routes.js';
import type { Stage } from './stage.js';

/** One request that must be refused, and how. */
export interface Case {
  readonly what: string;
  readonly sent: Sent;
  readonly refused: Refused;
}

/** A body of ten megabytes. */
const HUGE = new Uint8Array(10 * 1024 * 1024).fill(0x20);

/** No route of ours takes a PUT. */
const OTHER_METHOD: Refused = { status: 405, code: 'route.method-not-allowed' };

/** A text in GBK: 示范. */
const IN_GBK = Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xca, 0xbe, 0xb7, 0xb6, 0x22, 0x7d]);

/** The request of a route that succeeds. */
export function validRequest(route: Route, stage: Stage, people: People): Sent {
  const { method, pattern, as, ids, key, edit, body } = route;
  return {
    method,
    path: withQuery(pathOf(pattern, ids?.(stage) ?? []), validQuery(route)),
    token: as === undefined ? undefined : people.token(as),
    ...(body && { body: body(stage) }),
    headers: { ...(key && freshKey()), ...(edit && { 'if-match': '*' }) },
  };
}

/** Every request that a route must refuse. */
export async function refusalsOf(route: Route, stage: Stage, people: People): Promise<Case[]> {
  const valid = validRequest(route, stage, people);
  const cases = [
    ...(await strangers(route, valid, people)),
    ...wrongIds(route, valid, stage),
    ...wrongQueries(route, valid),
    ...wrongBodies(route, valid),
    ...wrongHeaders(route, valid),
    { what: 'another method', sent: { ...valid, method: 'PUT' }, refused: OTHER_METHOD },
    ...attempts(route, valid, stage, people),
  ];
  return cases.map((one) => (one.sent.headers === valid.headers ? { ...one, sent: fresh(one.sent) } : one));
}

/** A key of its own for every case, so that none is taken for the replay of another. */
const fresh = (sent: Sent): Sent => ({
  ...sent,
  headers: { ...sent.headers, ...(sent.headers?.['idempotency-key'] !== undefined && freshKey()) },
});

async function strangers({ roles }: Route, valid: Sent, people: People): Promise<Case[]> {
  if (roles === 'everybody') return [];
  const refused = { status: 401, code: 'auth.token-invalid' };
  const forged = Object.entries(await people.forged()).map(([what, token]): Case => ({
    what: `forged: ${what}`,
    sent: { ...valid, token },
    refused,
  }));
  const lacking: readonly Role[] = roles === 'signed-in' ? [] : ROLES.filter((role) => !roles.includes(role));
  const wrongRoles = lacking.map(async (role): Promise<Case> => ({
    what: `as ${role}`,
    sent: { ...valid, token: await people.withRole(role) },
    refused: { status: 403, code: 'auth.role-missing' },
  }));
  const nobody = {
    what: 'no token',
    sent: { ...valid, token: undefined },
    refused: { status: 401, code: 'auth.sign-in-required' },
  };
  return [nobody, ...forged, ...(await Promise.all(wrongRoles))];
}

const MALFORMED = ['x', "'%20OR%201=1%20--", '%00', '..%2f..%2fetc%2fpasswd', 'a'.repeat(300), '%25', '*', '%E4%BC%81'];

function wrongIds({ pattern, ids, unknown }: Route, valid: Sent, stage: Stage): Case[] {
  if (!ids) return [];
  const [first = '', ...rest] = ids(stage);
  const at = (id: string): Sent => ({ ...valid, path: pathOf(pattern, [id, ...rest]) });
  const code = unknown === undefined ? {} : { code: unknown };
  const wrong = [NOBODY, first.replace(/.$/, (last) => (last === '0' ? '1' : '0'))];
  return [
    ...wrong.map((id): Case => ({ what: `unknown id ${id}`, sent: at(id), refused: { status: 404, ...code } })),
    ...MALFORMED.map((id): Case => ({
      what: `malformed id ${id.slice(0, 20)}`,
      sent: at(id),
      refused: { status: [400, 404, 414] },
    })),
    { what: 'an id that cannot be decoded', sent: at('%ff'), refused: { status: [400, 404] } },
  ];
}

function wrongQueries({ query }: Route, valid: Sent): Case[] {
  if (!query) return [];
  const [path = ''] = valid.path.split('?');
  const base = validQuery({ query });
  const one = (name: string, value: string): Case => ({
    what: `?${name}=${value.slice(0, 30)}`,
    sent: { ...valid, path: withQuery(path, { ...base, [name]: value }) },
    refused: { status: 400, pointers: [`/query/${name}`] },
  });
  const each = Object.entries(query).flatMap(([name, { wrong, tooLong, required }]) => [
    ...wrong
      .filter((value): value is string => typeof value === 'string' && value !== '')
      .map((value) => one(name, value)),
    ...(tooLong === undefined ? [] : [one(name, 'x'.repeat(tooLong.length))]),
    ...(required ? [{ ...one(name, ''), sent: { ...valid, path: withQuery(path, without(base, name)) } }] : []),
  ]);
  return [...each, one('isAdmin', 'true'), one('isAdmin[]', '1')];
}

function wrongBodies({ fields, body }: Route, valid: Sent): Case[] {
  if (!fields || !body) return [];
  const invalid = { status: 400, code: 'request.invalid' };
  const spoilt = spoil(valid.body as Record<string, unknown>, fields).map(({ what, body: wrong, pointers }): Case => ({
    what,
    sent: { ...valid, body: wrong },
    refused: { ...invalid, pointers },
  }));
  const must = Object.entries(fields).some(([, { required }]) => required);
  const shapes = [[], [valid.body], 'text', 7, true].map((wrong): Case => ({
    what: `body ${JSON.stringify(wrong).slice(0, 20)}`,
    sent: { ...valid, body: wrong },
    refused: { status: 400 },
  }));
  const empty = [null, {}].map((wrong): Case => ({
    what: `body ${JSON.stringify(wrong)}`,
    sent: { ...valid, body: wrong },
    refused: { status: 400 },
  }));
  const deep: Case = {
    what: 'a bottomless body',
    sent: { ...valid, raw: `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}` },
    refused: { status: 400, code: 'request.too-deep' },
  };
  const wide: Case = {
    what: 'a body of too many fields',
    sent: { ...valid, body: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`k${n}`, 1])) },
    refused: { status: 400, code: 'request.too-many-values' },
  };
  return [...spoilt, ...shapes, ...(must ? empty : []), deep, wide];
}

const OTHER_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=gbk',
  'application/json; charset=utf-16',
];

/** What is wrong before the body is looked at; also for routes without one. */
function wrongHeaders({ method, key, edit }: Route, valid: Sent): Case[] {
  if (method === 'GET') return [];
  const { body: _body, ...bare } = valid;
  const raw = (what: string, text: string | typeof IN_GBK, refused: Refused, headers = {}): Case => ({
    what,
    sent: { ...bare, raw: text, headers: { ...valid.headers, ...headers } },
    refused,
  });
  const otherMedia = { status: 415, code: 'request.media-type' };
  const typed = (type: string): Case => raw(`content type ${type}`, 'a=b', otherMedia, { 'content-type': type });
  const malformed = { status: 400, code: 'request.malformed' };
  return [
    { what: 'ten megabytes', sent: { ...bare, raw: HUGE }, refused: { status: 413, code: 'request.too-large' } },
    ...['{"a":', '{"a":1}}', "{'a':1}", '\u0000', '{"__proto__":{"roles":["sys_admin"]}}'].map((text) =>
      raw(`invalid JSON ${text}`, text, malformed),
    ),
    ...OTHER_TYPES.map(typed),
    raw('bytes in GBK', IN_GBK, { status: 400, code: 'request.charset' }),
    ...['gzip', 'br', 'deflate'].map((encoding) =>
      raw(`encoded by ${encoding}`, '{}', otherMedia, { 'content-encoding': encoding }),
    ),
    ...(key === 'required'
      ? [withHeaders('without key', valid, {}, { status: 400, code: 'idempotency.key-missing' })]
      : []),
    ...(key
      ? ['k'.repeat(129), 'a b', 'schl%C3%BCssel'.replace('%C3%BC', 'ü')].map((text) =>
          withHeaders(
            `key ${text.slice(0, 9)}`,
            valid,
            { 'idempotency-key': text },
            { status: 400, code: 'idempotency.key-malformed' },
          ),
        )
      : []),
    ...(edit === true
      ? [
          withHeaders('without If-Match', valid, {}, { status: 428, code: 'edit.if-match-required' }),
          withHeaders(
            'stale If-Match',
            valid,
            { 'if-match': 'W/"999999"' },
            { status: 412, code: 'edit.version-changed' },
          ),
          withHeaders('garbled If-Match', valid, { 'if-match': 'x' }, { status: 412, code: 'edit.version-changed' }),
        ]
      : []),
  ];
}

function attempts({ refused }: Route, valid: Sent, stage: Stage, people: People): Case[] {
  return (refused?.(stage) ?? []).map(({ what, as, path, body, status, code }) => ({
    what,
    sent: {
      ...valid,
      ...(as !== undefined && { token: people.token(as) }),
      ...(path !== undefined && { path }),
      ...(body !== undefined && { body }),
      headers:
        code === 'idempotency.key-missing'
          ? {}
          : { ...valid.headers, ...(valid.headers?.['idempotency-key'] !== undefined && freshKey()) },
    },
    refused: { status, code },
  }));
}

const withHeaders = (what: string, valid: Sent, headers: Record<string, string>, refused: Refused): Case => ({
  what,
  sent: { ...valid, headers },
  refused,
});

const validQuery = ({ query }: Pick<Route, 'query'>): Record<string, string> => ({
  ...(query?.['unit'] && { unit: 'me' }),
  ...(query?.['text'] && { text: '仓库被盗' }),
});

const withQuery = (path: string, query: Record<string, string>): string => {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
};

const without = (query: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([key]) => key !== name));
