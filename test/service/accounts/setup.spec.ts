import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DAY, HOUR } from '#domain-kit';
import { SetUp } from '../../../apps/identity/src/use-cases/set-up.js';
import { AccountCommands } from '../../../apps/identity/src/use-cases/account-commands.js';
import { faultsOf } from '../abuse/client.js';
import { AccountsStage } from './accounts-stage.js';

jest.setTimeout(60_000);

const PEOPLE = {
  system: { account: 'chen.min', name: '陈敏' },
  security: { account: 'sun.yue', name: '孙越' },
  audit: { account: 'he.jing', name: '何静' },
};

describe('an empty deployment', () => {
  let stage: AccountsStage;
  const setUp = (): SetUp => stage.system.app.get(SetUp, { strict: false });
  const accounts = async (): Promise<string[][]> =>
    (await stage.system.app.get(AccountCommands, { strict: false }).list()).map(({ account: { account, roles } }) => [
      account,
      ...roles,
    ]);

  beforeAll(async () => {
    stage = await AccountsStage.open({ QIJING_DEMO: 'false' });
  }, 120_000);
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => stage?.system.stop(), 60_000);

  it('lets nobody in without a link, and makes nobody', async () => {
    const answer = await stage.post('setup', { secret: 'a'.repeat(32), ...PEOPLE });
    expect(faultsOf(answer, { status: 422, code: 'setup.link-refused', pointers: ['/secret'] }, 'zh')).toEqual([]);
    expect(await accounts()).toEqual([]);
  });

  it('gives links that end with the next one, and after a day', async () => {
    const first = await setUp().link();
    const second = await setUp().link();
    expect(second.until.getTime() - Date.now()).toBeGreaterThan(HOUR);
    expect((await stage.post('setup', { secret: first.secret, ...PEOPLE })).status).toBe(422);
    stage.later(3 * DAY);
    expect((await stage.post('setup', { secret: second.secret, ...PEOPLE })).status).toBe(422);
    expect(await accounts()).toEqual([]);
  });

  it.each([
    ['one account', { audit: { account: 'Chen.Min', name: '何静' } }],
    ['one name', { audit: { account: 'he.jing', name: '陈敏' } }],
  ])('refuses two administrators with %s, and keeps the link', async (_what, more) => {
    const { secret } = await setUp().link();
    const answer = await stage.post('setup', { secret, ...PEOPLE, ...more });
    expect(faultsOf(answer, { status: 422, code: 'setup.three-people' }, 'zh')).toEqual([]);
    const reserved = { system: { account: 'Setup', name: '陈敏' } };
    const named = await stage.post('setup', { secret, ...PEOPLE, ...reserved });
    const at = { status: 422, code: 'account.name-reserved', pointers: ['/system/account'] };
    expect(faultsOf(named, at, 'zh')).toEqual([]);
    expect(await accounts()).toEqual([]);
  });

  it.each(['', '　', '陈\u202E敏', '陈'.repeat(81)])('takes no name %j, whoever asks', async (name) => {
    const people = { ...PEOPLE, system: { account: 'chen.min', name } };
    await expect(setUp().byCommand(people)).rejects.toMatchObject({ code: 'account.person-name' });
    const { secret } = await setUp().link();
    expect((await stage.post('setup', { secret, ...people })).status).toBe(400);
    expect(await accounts()).toEqual([]);
  });

  it('is set up once: of several at once one makes three administrators, the others nobody', async () => {
    const { secret } = await setUp().link();
    const others = (n: number) =>
      Object.fromEntries(
        Object.entries(PEOPLE).map(([which, one]) => [which, { ...one, account: `${one.account}${n}` }]),
      );
    const answers = await Promise.all([1, 2, 3].map((n) => stage.post('setup', { secret, ...others(n) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = answers.findIndex(({ status }) => status === 200) + 1;
    expect(await accounts()).toEqual([
      [`chen.min${won}`, 'sys_admin'],
      [`sun.yue${won}`, 'sec_admin'],
      [`he.jing${won}`, 'audit_admin'],
    ]);
    await expect(setUp().link()).rejects.toMatchObject({ code: 'setup.done' });
    await expect(setUp().byCommand(PEOPLE)).rejects.toMatchObject({ code: 'setup.done' });

    const { administrators } = JSON.parse(answers[won - 1]?.text ?? '') as {
      administrators: { account: string; secret: string }[];
    };
    for (const { account, secret: link } of administrators) {
      expect((await stage.signIn(account, 'Harbour-lamp-41')).status).toBe(401);
      expect((await stage.setPassword(link, 'Harbour-lamp-41')).status).toBe(200);
      expect((await stage.signIn(account, 'Harbour-lamp-41')).status).toBe(201);
    }
  });
});
