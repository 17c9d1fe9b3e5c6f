import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENT_BUS, type EventBus } from '#messaging';
import { Database } from '#persistence';
import { Clock, FollowIdentity, loadConfig, runService, type RunningService } from '#platform';
import { playOtherReaders } from '#testing';
import { demoAccounts } from './domain/demo-accounts.js';
import { IdentityConfig } from './identity.config.js';
import { IdentityModule } from './identity.module.js';
import { AccountsRepository } from './outbound/database/accounts.repository.js';
import { SigningKeys } from './outbound/database/signing-keys.js';
import { KeySeal } from './outbound/key-seal.js';
import { Passwords } from './outbound/passwords.js';
import { CreateAccount } from './use-cases/create-account.js';
import { SeedDemoAccounts } from './use-cases/seed-demo-accounts.js';

const PASSWORD = 'Qijing-demo-2026';
const dataDir = mkdtempSync(join(tmpdir(), 'qijing-identity-'));
const config = loadConfig(IdentityConfig, {
  QIJING_PROFILE: 'embedded',
  QIJING_DATA_DIR: dataDir,
  QIJING_PORT: '0',
  QIJING_HOST: '127.0.0.1',
  QIJING_LOG_LEVEL: 'silent',
  QIJING_SIGN_IN_PER_MINUTE: '0',
});
let running: RunningService;

beforeAll(async () => {
  running = await runService(IdentityModule, config);
  await playOtherReaders(running.app.get<EventBus>(EVENT_BUS, { strict: false }), config.topicPrefix, 'identity');
  const enterpriseId = '01932f6e-3c4a-7b7a-9d5e-6f1a2b3c4d5e';
  await running.app
    .get(SeedDemoAccounts, { strict: false })
    .execute(
      demoAccounts([{ code: 'PS01', name: '湖塘所', discipline: 'PS' }], [enterpriseId, enterpriseId]),
      PASSWORD,
    );
});

afterAll(async () => {
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function call(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  payload?: object,
): Promise<Answer> {
  const answer = await fetch(`${running.url}${path}`, {
    method,
    headers: { ...(payload && { 'content-type': 'application/json' }), ...headers },
    body: payload && JSON.stringify(payload),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : {}) as Answer['body'] };
}

const signIn = (account: string, password = PASSWORD) => call('POST', '/api/v1/sessions', {}, { account, password });

/** The person of an account sets a password with what an administrator hands out. */
async function setPassword(path: string, admin: Record<string, string>, password: string): Promise<void> {
  const { body } = await call('POST', `${path}/reset`, { ...admin, 'if-match': '*' });
  const { secret } = body['handedOut'] as { secret: string };
  expect((await call('POST', '/api/v1/passwords', {}, { secret, password })).status).toBe(200);
}

async function bearer(account: string): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${String((await signIn(account)).body['accessToken'])}` };
}

describe('sessions', () => {
  it('signs in with a cookie and a token, tells who is signed in, and signs out', async () => {
    const opened = await signIn('ps01');
    expect(opened).toMatchObject({
      status: 201,
      body: { caller: { account: 'PS01', unitId: 'PS01', roles: ['officer', 'case_officer'] } },
    });
    const setCookie = opened.headers.get('set-cookie') ?? '';
    expect(setCookie).toMatch(/^qijing_session=.*HttpOnly; SameSite=Strict/);
    const cookie = setCookie.split(';')[0] ?? '';
    expect(await call('GET', '/api/v1/sessions/current', { cookie })).toMatchObject({
      status: 200,
      body: { caller: { account: 'PS01' } },
    });
    const ended = await call('DELETE', '/api/v1/sessions/current', { cookie });
    expect(ended.status).toBe(204);
    expect(ended.headers.get('set-cookie')).toContain('qijing_session=;');
    expect(await call('GET', '/api/v1/sessions/current', { cookie })).toMatchObject({
      status: 401,
      body: { code: 'auth.token-invalid' },
    });
  });

  it('tells wrong passwords and unknown accounts alike', async () => {
    const wrong = await signIn('leader', 'not the password');
    const unknown = await signIn('nobody-here', 'not the password');
    expect(wrong.status).toBe(401);
    expect({ ...unknown.body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
  });

  it('lets an address that failed five times wait a quarter of an hour, also when the guesses come at once', async () => {
    const guesses = await Promise.all(Array.from({ length: 8 }, () => signIn('chief', 'guess')));
    expect(guesses.map(({ status }) => status)).toEqual(Array(8).fill(401));
    expect((await signIn('chief')).status).toBe(401);
    const clock = running.app.get(Clock);
    const real = clock.now.bind(clock);
    clock.now = () => new Date(real().getTime() + 16 * 60_000);
    try {
      expect((await signIn('chief')).status).toBe(201);
    } finally {
      clock.now = real;
    }
  });

  it('publishes its keys and makes only one, whoever asks first', async () => {
    const { body } = await call('GET', '/.well-known/jwks.json');
    expect(body['keys']).toEqual([expect.objectContaining({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' })]);
    expect(JSON.stringify(body)).not.toContain('"d"');
    const database = running.app.get(Database, { strict: false });
    await database.write(() => database.execute('DELETE FROM `signing_key`'));
    const rivals = [1, 2].map(() => new SigningKeys(database, new Clock(), new KeySeal(config, config)).current());
    const [one, two] = await Promise.all(rivals);
    expect(one?.kid).toBe(two?.kid);
    // This process hears of it as of every change of keys.
    await running.app.get(FollowIdentity).turnNow();
  });
});

describe('accounts', () => {
  const officer = {
    account: 'zhang.wei',
    name: '张伟',
    roles: ['officer'],
    unitId: 'PS01',
  };

  it('are created once per key, listed without passwords, changed by version, and shut out when disabled', async () => {
    const admin = await bearer('admin');
    const key = { ...admin, 'idempotency-key': 'new-1' };
    const created = await call('POST', '/api/v1/accounts', key, officer);
    expect(created).toMatchObject({ status: 201, body: { account: 'zhang.wei', version: 1, disabled: false } });
    expect((await call('POST', '/api/v1/accounts', key, officer)).headers.get('idempotent-replayed')).toBe('true');
    expect(await call('POST', '/api/v1/accounts', admin, { ...officer, account: 'ZHANG.wei' })).toMatchObject({
      status: 409,
      body: { code: 'account.taken' },
    });
    const path = `/api/v1/accounts/${String(created.body['accountId'])}`;
    await setPassword(path, admin, 'Correct-horse-9');
    const token = await signIn('zhang.wei', 'Correct-horse-9');
    const theirs = { authorization: `Bearer ${String(token.body['accessToken'])}` };
    expect((await call('PATCH', path, admin, { disabled: true })).status).toBe(428);
    expect((await call('PATCH', path, { ...admin, 'if-match': '"9"' }, { disabled: true })).status).toBe(412);
    const changed = await call(
      'PATCH',
      path,
      {
        ...admin,
        'if-match': (await call('PATCH', path, { ...admin, 'if-match': '*' }, {})).headers.get('etag') ?? '',
      },
      { disabled: true },
    );
    expect(changed).toMatchObject({ status: 200, body: { disabled: true } });
    expect((await call('GET', '/api/v1/sessions/current', theirs)).status).toBe(401);
    expect((await signIn('zhang.wei', 'Correct-horse-9')).status).toBe(401);
  });

  it('come in pages', async () => {
    const admin = await bearer('admin');
    const first = await call('GET', '/api/v1/accounts?limit=2', admin);
    const second = await call('GET', `/api/v1/accounts?limit=2&after=${String(first.body['next'])}`, admin);
    expect((first.body['items'] as object[]).length).toBe(2);
    expect(second.body['items']).not.toEqual(first.body['items']);
    expect(JSON.stringify(first.body)).not.toMatch(/argon2|passwordHash|secret/i);
    expect((await call('GET', '/api/v1/accounts?after=forged', admin)).body['code']).toBe('page.cursor-malformed');
  });

  it.each([
    ['a password that an administrator chose', { password: 'Correct-horse-9' }, 400, 'request.invalid'],
    ['an officer without a unit', { unitId: undefined }, 422, 'account.roles-refused'],
    ['an administrator with another role', { roles: ['sys_admin', 'officer'] }, 422, 'account.roles-refused'],
    ['an unknown role', { roles: ['king'] }, 400, 'request.invalid'],
    ['a name under which the product itself acts', { account: 'System' }, 422, 'account.name-reserved'],
    ['such a name with points in it', { account: 'sys.tem_' }, 422, 'account.name-reserved'],
  ])('refuse %s', async (_what, fault, status, code) => {
    const answer = await call('POST', '/api/v1/accounts', await bearer('admin'), {
      ...officer,
      account: 'li.na',
      ...fault,
    });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('are read by the three administrators only, and made by one', async () => {
    expect((await call('GET', '/api/v1/accounts', await bearer('operator'))).status).toBe(403);
    expect((await call('GET', '/api/v1/accounts')).status).toBe(401);
    for (const account of ['security', 'audit']) {
      expect((await call('GET', '/api/v1/accounts', await bearer(account))).status).toBe(200);
      expect((await call('POST', '/api/v1/accounts', await bearer(account), officer)).status).toBe(403);
    }
  });

  it('get roles that bind others only when another administrator confirms', async () => {
    const [admin, security] = [await bearer('admin'), await bearer('security')];
    const alias = { account: 'alias', name: '别名', roles: ['supervisor', 'approver'] };
    const created = await call('POST', '/api/v1/accounts', admin, alias);
    expect(created).toMatchObject({ status: 201, body: { roles: [], pending: { roles: alias.roles } } });
    const path = `/api/v1/accounts/${String(created.body['accountId'])}`;
    const version = (answer: Answer) => ({ 'if-match': answer.headers.get('etag') ?? '' });
    const confirm = (as: object, on: Answer) => call('POST', `${path}/confirm`, { ...as, ...version(on) }, {});
    expect((await confirm(admin, created)).status).toBe(403);
    expect((await confirm(await bearer('audit'), created)).body['code']).toBe('account.not-second-administrator');
    expect((await call('POST', `${path}/confirm`, security, {})).status).toBe(428);
    const confirmed = await confirm(security, created);
    expect(confirmed).toMatchObject({ status: 200, body: { roles: alias.roles, hasPassword: false } });
    expect(confirmed.body).not.toHaveProperty('pending');
    expect((await confirm(security, confirmed)).body['code']).toBe('account.nothing-pending');
    const { secret } = confirmed.body['handedOut'] as { secret: string };
    const password = 'Correct-horse-9';
    expect((await call('POST', '/api/v1/passwords', {}, { secret, password })).status).toBe(200);
    expect((await signIn('alias', password)).status).toBe(201);
  });

  it('of administrators are shut out and changed by two, and a refusal leaves them as they were', async () => {
    const [admin, security] = [await bearer('admin'), await bearer('security')];
    const all = await call('GET', '/api/v1/accounts?limit=200', admin);
    const audit = (all.body['items'] as { accountId: string; account: string; version: number }[]).find(
      ({ account }) => account === 'audit',
    );
    const path = `/api/v1/accounts/${String(audit?.accountId)}`;
    const proposed = await call('PATCH', path, { ...admin, 'if-match': '*' }, { disabled: true });
    expect(proposed).toMatchObject({ status: 200, body: { disabled: false, pending: { disabled: true } } });
    expect((await signIn('audit')).status).toBe(201);
    const stale = { ...security, 'if-match': `"${String(audit?.version)}"` };
    expect((await call('POST', `${path}/refuse`, stale, {})).status).toBe(412);
    const refused = await call('POST', `${path}/refuse`, { ...security, 'if-match': '*' }, {});
    expect(refused).toMatchObject({ status: 200, body: { disabled: false } });
    expect(refused.body).not.toHaveProperty('pending');
  });

  it('can be made by a command, which opens no unit of work', async () => {
    const create = running.app.get(CreateAccount, { strict: false });
    const machine = { account: 'panel-7', name: 'panel', roles: ['machine' as const] };
    expect((await create.byCommand(machine, 'Wall-mounted-77')).account.account).toBe('panel-7');
    expect((await signIn('panel-7', 'Wall-mounted-77')).status).toBe(201);
  });

  it('of the demo are refused in production and take the password of the latest start', async () => {
    const seed = running.app.get(SeedDemoAccounts, { strict: false });
    await seed.execute([{ account: 'leader', name: '指挥领导', roles: ['supervisor'] }], 'Another-start-1');
    expect((await signIn('leader', 'Another-start-1')).status).toBe(201);
    const [database, passwords, clock] = [running.app.get(Database, { strict: false }), new Passwords(), new Clock()];
    const inProduction = loadConfig(IdentityConfig, {
      NODE_ENV: 'production',
      QIJING_PROFILE: 'embedded',
      QIJING_AUDIT_KEY_FILE: 'key.pem',
    });
    const accounts = running.app.get(AccountsRepository, { strict: false });
    const production = new SeedDemoAccounts(database, accounts, passwords, clock, inProduction);
    await expect(production.execute([], PASSWORD)).rejects.toMatchObject({ code: 'account.demo-refused' });
  });

  it('of the demo let no process start in production', async () => {
    // Modules read their settings from the process.
    const { NODE_ENV: before } = process.env;
    Object.assign(process.env, {
      NODE_ENV: 'production',
      QIJING_AUDIT_KEY_FILE: join(config.dataDir, 'audit/key.pem'),
      QIJING_KEY_FILE: join(config.dataDir, 'qijing.key'),
    });
    try {
      await expect(runService(IdentityModule, config)).rejects.toThrow('made by the demo');
    } finally {
      process.env['NODE_ENV'] = before;
      delete process.env['QIJING_AUDIT_KEY_FILE'];
      delete process.env['QIJING_KEY_FILE'];
    }
  });
});
