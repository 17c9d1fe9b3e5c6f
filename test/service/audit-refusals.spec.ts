import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { auditEntries, Database, openConnections, type AuditEntry } from '#persistence';
import { newId, storesOf } from '#platform';
import { testProfile } from '#testing';
import { DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { freshKey, send, type Answer } from './abuse/client.js';
import { CANARIES, World, type Incident } from './abuse/world.js';

jest.setTimeout(60_000);
const ANY_VERSION = { 'if-match': '*' };
let world: World;
let incident: Incident;
const databases = new Map<string, Database>();

beforeAll(async () => {
  world = await World.start();
  incident = await world.report('operator');
  for (const schema of SCHEMAS) {
    databases.set(
      schema.service,
      new Database(await openConnections(schema, { ...world.system.database, poolSize: 2 })),
    );
  }
}, 120_000);
afterAll(async () => {
  for (const database of databases.values()) await database.close();
  await world?.system.stop();
}, 60_000);

const entries = async (service: string, where: string): Promise<AuditEntry[]> =>
  (await databases.get(service)?.rows(auditEntries, `WHERE ${where} ORDER BY \`subject\`, \`seq\``)) ?? [];
const claims = (account: string): { sub: string; jti: string } =>
  JSON.parse(Buffer.from(world.people.token(account).split('.')[1] ?? '', 'base64url').toString()) as never;
const ask = (account: string, method: string, path: string, body?: object): Promise<Answer> =>
  send(world.system.url, {
    ...{ method, path: `/api/v1/${path}`, token: world.people.token(account) },
    ...(body && { body }),
    headers: method === 'GET' ? {} : { ...freshKey(), ...ANY_VERSION },
  });

/** Acts that are refused: service, who, what, status, how the entry calls it, what it names. */
const REFUSED = (): readonly [string, string, string, string, object, number, string, string][] => {
  const { incidentId, caseId, assignments } = incident;
  const none = newId();
  const assignment = assignments['PS02'] ?? '';
  return [
    [
      'intake',
      'enterprise',
      'POST',
      `incidents/${incidentId}/cancel`,
      { reason: 'x' },
      403,
      'POST incidents/:id/cancel',
      incidentId,
    ],
    [
      'intake',
      'operator',
      'POST',
      `incidents/${none}/regrade`,
      { priority: 'P1', reason: CANARIES.narrative },
      404,
      'POST incidents/:id/regrade',
      none,
    ],
    [
      'intake',
      'operator',
      'POST',
      `incidents/${incidentId}/cancel`,
      { reason: 'false_report' },
      409,
      'POST incidents/:id/cancel',
      incidentId,
    ],
    [
      'routing',
      'enterprise',
      'POST',
      `assignments/${assignment}/acknowledge`,
      {},
      403,
      'POST assignments/:id/acknowledge',
      assignment,
    ],
    [
      'cases',
      'enterprise',
      'POST',
      `incident-files/${incidentId}/restrict`,
      {},
      403,
      'POST incident-files/:incidentId/restrict',
      incidentId,
    ],
    ['cases', 'CYB01', 'POST', `cases/${caseId}/review`, {}, 404, 'POST cases/:caseId/review', caseId],
    ['identity', 'operator', 'POST', 'accounts', { account: 'x' }, 403, 'POST accounts', ''],
    ['identity', 'admin', 'PATCH', `accounts/${none}`, { name: 'x' }, 404, 'PATCH accounts/:accountId', none],
  ];
};

describe(`refused acts on ${testProfile()}`, () => {
  it('leave one entry each, with who, from where, on what and why, and nothing that was typed', async () => {
    for (const [service, account, method, path, body, status, act, object] of REFUSED()) {
      const before = await entries(service, '`success` = 0');
      const answer = await ask(account, method, path, body);
      expect([path, answer.status]).toEqual([path, status]);
      const after = await entries(service, '`success` = 0');
      const [entry, ...more] = after.slice(before.length);
      const { sub, jti } = claims(account);
      const { code } = JSON.parse(answer.text) as { code: string };
      expect([entry, more]).toMatchObject([
        {
          actor: `account:${sub}`,
          session: jti,
          act,
          object,
          outcome: code,
          address: expect.stringMatching(/127\.0\.0\.1|::1/),
        },
        [],
      ]);
      expect(JSON.stringify(entry)).not.toContain(CANARIES.narrative);
    }
  });

  it('leave no entry where nobody is known, or where only the spelling was wrong', async () => {
    const before = await entries('intake', '`success` = 0');
    const path = `/api/v1/incidents/${incident.incidentId}/cancel`;
    expect((await send(world.system.url, { method: 'POST', path, body: {} })).status).toBe(401);
    expect((await ask('operator', 'POST', `incidents/${incident.incidentId}/regrade`, { nothing: 1 })).status).toBe(
      400,
    );
    expect(await entries('intake', '`success` = 0')).toHaveLength(before.length);
  });
});

describe(`lists and what a desk reads all the time on ${testProfile()}`, () => {
  it('are written down within a turn, together, with every record that was shown', async () => {
    const { incidentId } = incident;
    const routes = [
      ['intake', 'incident.read', 'operator', 'incidents'],
      ['intake', 'incident.read', 'operator', `incidents/${incidentId}`],
      ['cases', 'incident-file.listed', 'operator', 'incident-files'],
      ['routing', 'dispatch.read', 'operator', `dispatches/${incidentId}`],
      ['notifications', 'notice.read', 'enterprise', 'notices'],
    ] as const;
    for (const [, , account, path] of routes)
      expect([path, (await ask(account, 'GET', path)).status]).toEqual([path, 200]);
    const stores = storesOf(world.system.app);
    for (const { tally } of stores) await tally.flush();
    for (const [service, act, account] of routes) {
      const [entry, ...more] = await entries(service, `\`act\` = '${act}'`);
      expect([act, more]).toEqual([act, []]);
      expect(entry).toMatchObject({ actor: `account:${claims(account).sub}`, success: true });
      if (act !== 'notice.read') expect(entry?.object).toContain(incidentId);
    }
    const [twice] = await entries('intake', "`act` = 'incident.read'");
    expect(twice?.detail).toBe('{"count":2}');
  });
});

describe(`changes of accounts on ${testProfile()}`, () => {
  it('hold what somebody might do before and after', async () => {
    const listed = JSON.parse((await ask('admin', 'GET', 'accounts?limit=100')).text) as {
      items: { accountId: string; account: string }[];
    };
    const { accountId = '' } = listed.items.find(({ account }) => account === 'colleague') ?? {};
    expect((await ask('admin', 'PATCH', `accounts/${accountId}`, { disabled: true })).status).toBe(200);
    const chain = await entries('identity', `\`subject\` = '${accountId}' AND \`act\` LIKE 'account.%'`);
    const details = chain
      .filter(({ act }) => !act.endsWith('.v1'))
      .map(({ act, detail }) => [act, JSON.parse(detail ?? '{}') as unknown]);
    const rights = { roles: ['enterprise_contact'], enterpriseId: DEMO_ENTERPRISE_ID };
    expect(details).toMatchObject([
      ['account.created', { after: { ...rights, disabled: false } }],
      ['account.changed', { before: { ...rights, disabled: false }, after: { ...rights, disabled: true } }],
    ]);
  });
});
