import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DAY, MINUTE } from '#domain-kit';
import { auditEntries } from '#persistence';
import { AccountCommands } from '../../../apps/identity/src/use-cases/account-commands.js';
import { DisableUnusedAccounts } from '../../../apps/identity/src/use-cases/disable-unused-accounts.js';
import { EndIdleSessions } from '../../../apps/identity/src/use-cases/end-idle-sessions.js';
import { send } from '../abuse/client.js';
import { PASSWORD } from '../abuse/system.js';
import { AccountsStage } from './accounts-stage.js';

jest.setTimeout(60_000);

const SET = 'Harbour-lamp-41';

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

const current = async (token: string, use = false): Promise<number> => {
  const path = `/api/v1/sessions/current${use ? '/use' : ''}`;
  return (await send(stage.system.url, { method: use ? 'POST' : 'GET', path, token, body: use ? {} : undefined }))
    .status;
};
const endIdle = (): Promise<number> => stage.system.app.get(EndIdleSessions, { strict: false }).execute();

describe('a session of a page', () => {
  it('that nobody uses for a quarter of an hour is over, for every process, and that is written down', async () => {
    const token = await stage.token('leader');
    stage.later(14 * MINUTE);
    expect([await current(token), await endIdle()]).toEqual([200, 0]);
    stage.later(15 * MINUTE + 1000);
    expect(await current(token)).toBe(401);
    expect(await endIdle()).toBeGreaterThan(0);
    jest.restoreAllMocks();
    // Its token is taken by no route any more, whoever owns it.
    expect((await send(stage.system.url, { method: 'GET', path: '/api/v1/incident-files', token })).status).toBe(401);
    const entries = await stage.database.rows(auditEntries, "WHERE `act` = 'session.ended'");
    expect(entries.length).toBeGreaterThan(0);
  });

  it('that is used goes on, and is written at most once a minute', async () => {
    const token = await stage.token('admin');
    stage.later(10 * MINUTE);
    expect(await current(token, true)).toBe(204);
    stage.later(24 * MINUTE);
    expect(await current(token, true)).toBe(204);
    const until = () =>
      stage.database.query('SELECT MAX(`idle_until`) AS at FROM `session` WHERE `revoked_at` IS NULL');
    const before = await until();
    stage.later(24.5 * MINUTE);
    expect(await current(token, true)).toBe(204);
    expect(await until()).toEqual(before);
    stage.later(40 * MINUTE);
    expect(await current(token, true)).toBe(401);
  });

  it('of who waits for alarms does not end by looking on, nor does one of a program', async () => {
    const program = await send(stage.system.url, {
      method: 'POST',
      path: '/api/v1/sessions',
      body: { account: 'legal', password: PASSWORD },
    });
    const tokens = [
      await stage.token('operator'),
      await stage.token('PAT01'),
      (JSON.parse(program.text) as { accessToken: string }).accessToken,
    ];
    stage.later(60 * MINUTE);
    await endIdle();
    expect(await Promise.all(tokens.map((token) => current(token)))).toEqual([200, 200, 200]);
  });
});

describe('an account', () => {
  it('that nobody used for 90 days is disabled and written down, one that was used is not, and is back when enabled', async () => {
    const [unused, used] = [await stage.person('unused', SET), await stage.person('used', SET)];
    stage.later(60 * DAY);
    expect((await stage.signIn('used', SET)).status).toBe(201);
    stage.later(91 * DAY);
    const sweep = stage.system.app.get(DisableUnusedAccounts, { strict: false });
    expect(await sweep.execute()).toBeGreaterThan(0);
    const state = (id: string) => stage.database.query('SELECT `disabled` FROM `account` WHERE `id` = ?', [id]);
    expect([await state(unused.accountId), await state(used.accountId)]).toMatchObject([
      [{ disabled: 1 }],
      [{ disabled: 0 }],
    ]);
    const entries = await stage.database.rows(auditEntries, 'WHERE `subject` = ? ORDER BY `seq`', [unused.accountId]);
    expect(entries.at(-1)).toMatchObject({ act: 'account.unused-disabled', object: unused.accountId });
    // Everybody of this stage was away as long; who keeps accounts is let in by a command, and lets the others in.
    const commands = stage.system.app.get(AccountCommands, { strict: false });
    await commands.enable('unused');
    await sweep.execute();
    expect(await state(unused.accountId)).toMatchObject([{ disabled: 0 }]);
  });
});
