import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { DAY, HOUR } from '#domain-kit';
import { CreateAccount } from '../../../apps/identity/src/use-cases/create-account.js';
import { cookieTokenOf, faultsOf, send, type Refused } from '../abuse/client.js';
import { PASSWORD } from '../abuse/system.js';
import { AccountsStage } from './accounts-stage.js';

jest.setTimeout(60_000);

let stage: AccountsStage;
beforeAll(async () => {
  stage = await AccountsStage.open();
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await stage?.system.stop();
}, 60_000);

const [FIRST, SECOND, THIRD] = ['Harbour-lamp-41', 'Violet-anchor-52', 'Copper-meadow-63'] as const;
const refused = (code: string, pointer: string, status = 422): Refused => ({ status, code, pointers: [pointer] });

describe('a password', () => {
  beforeAll(() => stage.person('chosen', FIRST));

  it.each([
    ['Short-1a', 'account.password-weak'],
    ['alllowercase-only', 'account.password-weak'],
    ['My-Chosen-2026x', 'account.password-weak'],
    ['Password123', 'account.password-common'],
    ['P@ssw0rd1234', 'account.password-common'],
    ['Admin@123456', 'account.password-common'],
    ['Woaini1314!', 'account.password-common'],
    ['Gongan110110', 'account.password-common'],
    ['Ａdmin＠１２３４５６', 'account.password-common'],
    ['Aa123456789', 'account.password-common'],
    ['张伟张伟张伟张伟aA1', 'account.password-common'],
  ])('is not %s', async (password, code) => {
    const answer = await stage.signIn('chosen', FIRST, password);
    expect(faultsOf(answer, refused(code, '/newPassword'), 'zh')).toEqual([]);
    expect((await stage.signIn('chosen', FIRST)).status).toBe(201);
  });

  it('is the same whatever keyboard it is typed on, and one from before that still fits as it was typed', async () => {
    const wide = 'Ｈarbour-lamp-４１';
    expect((await stage.signIn('chosen', wide)).status).toBe(201);
    await stage.person('old.hash', FIRST);
    const asTyped = await hash('Ünter-den-Ⅸ-Linden', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await stage.database.write(() =>
      stage.database.execute('UPDATE `account` SET `password_hash` = ? WHERE `account_key` = ?', [asTyped, 'old.hash']),
    );
    expect((await stage.signIn('old.hash', 'Ünter-den-Ⅸ-Linden')).status).toBe(201);
    expect((await stage.signIn('old.hash', 'Ünter-den-X-Linden')).status).toBe(401);
  });
});

describe('changing the own password', () => {
  it('takes the old one, ends every other session, and goes on in a new one', async () => {
    await stage.person('changer', FIRST);
    const before = await stage.token('changer', FIRST);
    expect((await stage.signIn('changer', 'Not-the-old-one-7', SECOND)).status).toBe(401);
    const changed = await stage.signIn('changer', FIRST, SECOND);
    expect(changed.status).toBe(201);
    const accessToken = cookieTokenOf(changed);
    const current = (token: string) =>
      send(stage.system.url, { method: 'GET', path: '/api/v1/sessions/current', token });
    expect([(await current(before)).status, (await current(accessToken)).status]).toEqual([401, 200]);
    expect([(await stage.signIn('changer', FIRST)).status, (await stage.signIn('changer', SECOND)).status]).toEqual([
      401, 201,
    ]);
  });

  it('takes none of the last five, and the sixth again', async () => {
    await stage.person('historian', FIRST);
    const later = [SECOND, THIRD, 'Marble-window-74', 'Silent-orchard-85'];
    let now: string = FIRST;
    for (const next of later) {
      expect((await stage.signIn('historian', now, next)).status).toBe(201);
      now = next;
    }
    for (const used of [FIRST, ...later]) {
      const answer = await stage.signIn('historian', now, used);
      expect(faultsOf(answer, refused('account.password-used-before', '/newPassword'), 'zh')).toEqual([]);
    }
    expect((await stage.signIn('historian', now, 'Hidden-bridge-96')).status).toBe(201);
    expect((await stage.signIn('historian', 'Hidden-bridge-96', FIRST)).status).toBe(201);
  });

  it('is due after 90 days, of people but not of machines', async () => {
    await stage.person('ages', FIRST);
    await stage.person('panel.ages', FIRST, { roles: ['machine'] });
    stage.later(89 * DAY);
    expect((await stage.signIn('ages', FIRST)).status).toBe(201);
    stage.later(91 * DAY);
    expect(faultsOf(await stage.signIn('ages', FIRST), { status: 403, code: 'session.password-due' }, 'zh')).toEqual(
      [],
    );
    expect((await stage.signIn('ages', 'Wrong-password-1')).status).toBe(401);
    expect((await stage.signIn('panel.ages', FIRST)).status).toBe(201);
    expect((await stage.signIn('ages', FIRST, SECOND)).status).toBe(201);
    expect((await stage.signIn('ages', SECOND)).status).toBe(201);
  });

  it('is due at the first sign-in with a password that somebody else chose', async () => {
    const create = stage.system.app.get(CreateAccount, { strict: false });
    await create.byCommand({ account: 'first.time', name: '李娜', roles: ['analyst'] }, FIRST);
    expect((await stage.signIn('first.time', FIRST)).status).toBe(403);
    const same = await stage.signIn('first.time', FIRST, FIRST);
    expect(faultsOf(same, refused('account.password-used-before', '/newPassword'), 'zh')).toEqual([]);
    expect((await stage.signIn('first.time', FIRST, SECOND)).status).toBe(201);
  });
});

describe('a one-time secret', () => {
  it('is shown once, kept as its hash, works once, and ends the password and the sessions before it', async () => {
    const { accountId } = await stage.person('forgets', FIRST);
    const before = await stage.token('forgets', FIRST);
    const { handedOut, hasPassword } = await stage.act('admin', `accounts/${accountId}/reset`);
    const secret = handedOut?.secret ?? '';
    expect([secret, hasPassword]).toEqual([expect.stringMatching(/^[\w-]{32}$/), false]);
    expect((await stage.signIn('forgets', FIRST)).status).toBe(401);
    const path = '/api/v1/sessions/current';
    expect((await send(stage.system.url, { method: 'GET', path, token: before })).status).toBe(401);
    for (const table of ['account', 'idempotency_key', 'audit_entry'])
      expect(JSON.stringify(await stage.database.query(`SELECT * FROM \`${table}\``))).not.toContain(secret);
    expect(stage.system.logs()).not.toContain(secret);
    const common = await stage.setPassword(secret, 'Password123');
    expect(faultsOf(common, refused('account.password-common', '/password'), 'zh')).toEqual([]);
    const again = await stage.setPassword(secret, FIRST);
    expect(faultsOf(again, refused('account.password-used-before', '/password'), 'zh')).toEqual([]);
    const attempts = await Promise.all([SECOND, THIRD].map((password) => stage.setPassword(secret, password)));
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 422]);
    const used = await stage.setPassword(secret, 'Marble-window-74');
    expect(faultsOf(used, refused('password.secret-refused', '/secret'), 'zh')).toEqual([]);
    const took = attempts[0]?.status === 200 ? SECOND : THIRD;
    expect((await stage.signIn('forgets', took)).status).toBe(201);
  });

  it('is over after a day, and when another one is handed out', async () => {
    const { accountId } = await stage.act('admin', 'accounts', { account: 'late', name: '迟', roles: ['analyst'] });
    const hand = async () => (await stage.act('admin', `accounts/${accountId}/reset`)).handedOut?.secret ?? '';
    const [first, second] = [await hand(), await hand()];
    expect((await stage.setPassword(first, FIRST)).status).toBe(422);
    stage.later(25 * HOUR);
    expect((await stage.setPassword(second, FIRST)).status).toBe(422);
    jest.restoreAllMocks();
    expect((await stage.setPassword(second, FIRST)).status).toBe(200);
  });

  it('for who holds roles that bind others is handed out by the second administrator alone', async () => {
    const { accountId } = await stage.seen('director');
    const proposed = await stage.act('admin', `accounts/${accountId}/reset`);
    expect([proposed.handedOut, proposed.pending?.reset]).toEqual([undefined, true]);
    expect((await stage.signIn('director', PASSWORD)).status).toBe(201);
    const confirmed = await stage.act('security', `accounts/${accountId}/confirm`);
    expect((await stage.signIn('director', PASSWORD)).status).toBe(401);
    expect((await stage.setPassword(confirmed.handedOut?.secret ?? '', FIRST)).status).toBe(200);
    expect((await stage.signIn('director', FIRST)).status).toBe(201);
  });

  it('for a new account with such roles waits with them, also when it is asked for again', async () => {
    const wanted = { account: 'new.chief', name: '陈', roles: ['duty_chief'] };
    const { accountId } = await stage.act('admin', 'accounts', wanted);
    const asked = await stage.act('admin', `accounts/${accountId}/reset`);
    expect(asked).toMatchObject({ pending: { roles: ['duty_chief'], reset: true } });
    expect(asked).not.toHaveProperty('handedOut');
    const { handedOut } = await stage.act('security', `accounts/${accountId}/confirm`);
    expect((await stage.setPassword(handedOut?.secret ?? '', FIRST)).status).toBe(200);
    expect(JSON.parse((await stage.signIn('new.chief', FIRST)).text)).toMatchObject({
      caller: { roles: ['duty_chief'] },
    });
  });
});

describe('another unit', () => {
  it('is given by one administrator, or by two to who works on cases, and ends the sessions', async () => {
    const { accountId } = await stage.person('patrol.9', FIRST, { roles: ['officer'], unitId: 'PS01' });
    const before = await stage.token('patrol.9', FIRST);
    await stage.act('admin', `accounts/${accountId}`, { unitId: 'PS02' }, 'PATCH');
    const path = '/api/v1/sessions/current';
    expect((await send(stage.system.url, { method: 'GET', path, token: before })).status).toBe(401);
    expect(JSON.parse((await stage.signIn('patrol.9', FIRST)).text)).toMatchObject({ caller: { unitId: 'PS02' } });
    const officer = await stage.seen('CID01');
    const proposed = await stage.act('admin', `accounts/${officer.accountId}`, { unitId: 'CID02' }, 'PATCH');
    expect(proposed).toMatchObject({ unitId: 'CID01', pending: { unitId: 'CID02' } });
    expect(await stage.act('security', `accounts/${officer.accountId}/confirm`)).toMatchObject({ unitId: 'CID02' });
  });
});
