import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeTemplate, type HandedOut, importFile } from '#sheets';
import { testProfile } from '#testing';
import { AccountCommands } from '../../apps/identity/src/use-cases/account-commands.js';
import { SetPassword } from '../../apps/identity/src/use-cases/set-password.js';
import { accountSheet } from '../../apps/identity/src/use-cases/account-sheet.js';
import { ImportHarness } from './import.harness.js';

const SLOW_MS = 60_000;
const HEAD = 'account,name,roles,unit,enterprise id';

describe(`importing accounts on ${testProfile()}`, () => {
  let deployment: ImportHarness;
  beforeAll(async () => {
    deployment = await ImportHarness.open();
  }, SLOW_MS);
  afterAll(() => deployment.close(), SLOW_MS);

  /** Imports, and answers what was handed out. */
  async function handedOut(bytes: Uint8Array, acceptValid = false) {
    const handed: HandedOut[] = [];
    const store = deployment.store('accounts').handingOut?.((some) => void handed.push(...some));
    if (!store) throw new Error('accounts hand out nothing');
    const { verdicts: _verdicts, ...answer } = await importFile(store, bytes, {
      dryRun: false,
      acceptValid,
      system: 'wgs84',
    });
    return { handed, answer };
  }
  const lines = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows].join('\n'));

  it(
    'creates accounts without password, whose secrets set one, and does nothing the second time',
    async () => {
      const bytes = await writeTemplate(accountSheet);
      const { handed, answer } = await handedOut(bytes);
      expect(answer).toMatchObject({ created: 2, refused: 0, written: true });
      expect(handed.map(({ to }) => to)).toEqual(['zhang.min', 'PS11']);
      expect(JSON.stringify(answer)).not.toContain(handed[0]?.secret);
      const all = await deployment.get(AccountCommands).list();
      expect(all.map(({ account }) => [account.account, account.passwordHash])).toEqual([
        ['zhang.min', ''],
        ['PS11', ''],
      ]);
      await deployment.get(SetPassword).execute(handed[0]?.secret ?? '', 'Copper-Lantern-Quay-58');
      const [first] = await deployment.get(AccountCommands).list();
      expect(first?.account.passwordHash).not.toBe('');
      const traces = await deployment.traces();
      expect(await handedOut(bytes)).toMatchObject({ handed: [], answer: { unchanged: 2, written: false } });
      expect(await handedOut(await deployment.export('accounts', 'xlsx'))).toMatchObject({ answer: { unchanged: 2 } });
      expect(await deployment.traces()).toEqual(traces);
    },
    SLOW_MS,
  );

  it.each([
    ['roles that exclude each other', 'li.wei,李伟,approver; case_officer,CID11,', 'roles', 'account.roles-refused'],
    ['an officer without unit', 'li.wei,李伟,officer,,', 'roles', 'account.roles-refused'],
    ['a contact without enterprise', 'li.wei,李伟,enterprise_contact,,', 'roles', 'account.roles-refused'],
    ['a role nobody knows', 'li.wei,李伟,king,,', 'roles', 'import.cell-word'],
    ['a name of the system', 'system,李伟,analyst,,', 'account', 'account.name-reserved'],
    ['an account with other rights', 'ZHANG.MIN,张敏,sys_admin,,', 'account', 'account.differs'],
    ['an account twice', 'hao.yu,郝宇,analyst,,\nHAO.YU,郝宇,analyst,,', 'account', 'import.row-twice'],
  ])(
    'refuses %s, creates nobody and hands out nothing',
    async (_name, row, column, code) => {
      const traces = await deployment.traces();
      const { handed, answer } = await handedOut(lines('wang.fang,王芳,analyst,,', row));
      expect(answer).toMatchObject({ refused: 1, written: false });
      const [refused] = answer.refusals;
      expect(refused?.refusal.code).toBe(code);
      expect(refused?.column).toBe(column);
      expect(handed).toEqual([]);
      expect(await deployment.traces()).toEqual(traces);
    },
    SLOW_MS,
  );

  it('creates nobody without a place for the secrets', async () => {
    const options = { dryRun: false, acceptValid: false, system: 'wgs84' } as const;
    const file = lines('wang.fang,王芳,analyst,,');
    await expect(importFile(deployment.store('accounts'), file, options)).rejects.toThrow('secrets');
  });
});
