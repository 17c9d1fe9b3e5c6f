import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, testProfile } from '#testing';
import { DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { faultsOf, send, type Answer } from './abuse/client.js';
import { theft, World, type Incident } from './abuse/world.js';

jest.setTimeout(60_000);

interface Named {
  readonly accountId?: string;
  readonly account: string;
}
interface FileSeen {
  readonly restricted: boolean;
  readonly safeContact?: Named;
  readonly proposedContact?: Named;
}
interface Choice {
  readonly items: readonly { readonly accountId: string; readonly account: string; readonly name: string }[];
  readonly next: string | null;
}

const POINTER = '/safeContact/account';
const UNKNOWN = { status: 422, code: 'safe-contact.unknown', pointers: [POINTER] };

let world: World;
let incident: Incident;
/** Accounts of the enterprise that were shut out, and that are no contacts. */
let disabled: string;
const NOT_CONTACTS = { nobody: 'nobody-at-all', unit: 'PS02', machine: 'gate-panel', rival: 'competitor' };

beforeAll(async () => {
  world = await World.start();
  incident = await world.report('operator');
  const own = { enterpriseId: DEMO_ENTERPRISE_ID };
  const made = (account: string, role: string) =>
    world.act<{ accountId: string }>('admin', 'POST', 'accounts', { ...own, account, name: account, roles: [role] });
  await made(NOT_CONTACTS.machine, 'machine');
  disabled = 'shut-out';
  const { accountId } = await made(disabled, 'enterprise_contact');
  await world.act('admin', 'PATCH', `accounts/${accountId}`, { disabled: true });
  await choiceIs(['colleague', 'enterprise']);
}, 120_000);
afterAll(async () => {
  await world?.system.stop();
}, 60_000);

const ask = (as: string, method: string, path: string, body?: object): Promise<Answer> =>
  send(world.system.url, {
    method,
    path: `/api/v1/${path}`,
    token: world.people.token(as),
    body,
    headers: { 'if-match': '*' },
  });
const restrict = (as: string, { incidentId }: Incident, account: string): Promise<Answer> =>
  ask(as, 'POST', `incident-files/${incidentId}/restrict`, { reason: '疑有内部人员', safeContact: { account } });
const fileOf = ({ incidentId }: Incident) => world.act<FileSeen>('operator', 'GET', `incident-files/${incidentId}`);
const choiceOf = (as: string, path: string) => world.act<Choice>(as, 'GET', path);
const places = () => [`incident-files/${incident.incidentId}/contacts`, `enterprises/${DEMO_ENTERPRISE_ID}/contacts`];

/** Waits until the choice at both services is this. */
const choiceIs = (accounts: readonly string[]) =>
  eventually(async () => {
    for (const path of places()) {
      const { items } = await choiceOf('operator', path);
      expect(items.map(({ account }) => account)).toEqual(accounts);
    }
  });

describe(`whoever is named as safe contact on ${testProfile()}`, () => {
  const named = [...Object.values(NOT_CONTACTS), 'shut-out'];

  it.each(named)('is refused by a restriction where it is %s, at its place and in both languages', async (account) => {
    const answer = await restrict('operator', incident, account);
    expect(faultsOf(answer, UNKNOWN, 'zh')).toEqual([]);
    expect((await restrict('PS02', incident, account)).status).toBe(422);
    expect((await fileOf(incident)).restricted).toBe(false);
  });

  it.each(named)('is refused by a report where it is %s, whoever reports', async (account) => {
    const told = { ...theft, type: 'E102', safeContact: { account } };
    for (const as of ['operator', 'enterprise'])
      expect(faultsOf(await ask(as, 'POST', 'reports', told), UNKNOWN, 'zh')).toEqual([]);
  });

  it('is nobody where the enterprise of a report is not in the directory', async () => {
    const told = {
      ...theft,
      enterpriseId: undefined,
      enterpriseName: '无名厂',
      safeContact: { account: 'enterprise' },
    };
    expect(faultsOf(await ask('operator', 'POST', 'reports', told), UNKNOWN, 'zh')).toEqual([]);
  });

  it('is found in any letter case, and kept as the account is called and by its id', async () => {
    const reported = await world.report('operator', { type: 'E102', safeContact: { account: 'EnterPrise' } });
    const { items } = await choiceOf('operator', places()[0] ?? '');
    const { accountId } = items.find(({ account }) => account === 'enterprise') ?? { accountId: '' };
    expect((await fileOf(reported)).safeContact).toEqual({ account: 'enterprise', accountId });
    expect((await restrict('PS02', reported, 'COLLEAGUE')).status).toBe(200);
    expect((await fileOf(reported)).safeContact).toMatchObject({ account: 'colleague' });
    const again = await restrict('operator', reported, 'Colleague');
    expect([again.status, again.text.includes('incident.already-restricted')]).toEqual([409, true]);
  });
});

describe('the choice of safe contacts', () => {
  it('is the enabled contacts of the enterprise, page by page', async () => {
    for (const path of places()) {
      const first = await choiceOf('operator', `${path}?limit=1`);
      const { items, next } = await choiceOf('operator', `${path}?limit=1&after=${first.next ?? ''}`);
      expect([...first.items, ...items].map(({ account, name }) => [account, name])).toEqual([
        ['colleague', '同企业另一联系人'],
        ['enterprise', '企业联系人'],
      ]);
      expect(next).toBeNull();
    }
  });

  it('is for whoever may restrict, and for nobody of the enterprise', async () => {
    const [file = '', directory = ''] = places();
    const status = async (as: string, path: string) => (await ask(as, 'GET', path)).status;
    expect(await Promise.all(['operator', 'chief', 'PS02'].map((as) => status(as, file)))).toEqual([200, 200, 200]);
    expect(await Promise.all(['enterprise', 'leader', 'clerk'].map((as) => status(as, file)))).toEqual([403, 403, 403]);
    expect(await status('PS01', file)).toBe(404);
    expect(await Promise.all(['enterprise', 'PS02', 'leader'].map((as) => status(as, directory)))).toEqual([
      403, 403, 403,
    ]);
  });

  it('gains a contact when its account is made, and loses it when it is shut out', async () => {
    const { accountId } = await world.act<{ accountId: string }>('admin', 'POST', 'accounts', {
      account: 'Newcomer',
      name: '新来的联系人',
      roles: ['enterprise_contact'],
      enterpriseId: DEMO_ENTERPRISE_ID,
    });
    await choiceIs(['colleague', 'enterprise', 'newcomer']);
    await world.act('admin', 'PATCH', `accounts/${accountId}`, { disabled: true });
    await choiceIs(['colleague', 'enterprise']);
    expect((await restrict('operator', incident, 'newcomer')).status).toBe(422);
  });
});

describe('a contact whom a reporter names', () => {
  const insider = { enterpriseId: undefined, safeContact: { account: 'Colleague' } };

  it('is a proposal, which police confirm by naming it', async () => {
    const reported = await world.report('enterprise', { ...insider, type: 'E102' });
    expect(await fileOf(reported)).toMatchObject({ restricted: true, proposedContact: { account: 'colleague' } });
    expect((await fileOf(reported)).safeContact).toBeUndefined();
    expect((await restrict('PS02', reported, 'colleague')).status).toBe(200);
    expect(await fileOf(reported)).toMatchObject({ safeContact: { account: 'colleague' } });
    expect((await fileOf(reported)).proposedContact).toBeUndefined();
  });

  it('is not even proposed where the same report suspects an insider', async () => {
    const reported = await world.report('enterprise', { ...insider, flags: ['insider_suspected'] });
    const file = await fileOf(reported);
    expect([file.restricted, file.safeContact, file.proposedContact]).toEqual([true, undefined, undefined]);
  });

  it('stands where police named it in the report that suspects an insider', async () => {
    const reported = await world.report('operator', {
      flags: ['insider_suspected'],
      safeContact: { account: 'colleague' },
    });
    expect(await fileOf(reported)).toMatchObject({ restricted: true, safeContact: { account: 'colleague' } });
  });

  it('is cleared, confirmed or proposed, by a later report that suspects an insider', async () => {
    const confirmed = await world.report('operator', { type: 'E102', safeContact: { account: 'colleague' } });
    const proposed = await world.report('enterprise', { ...insider, type: 'E102' });
    for (const one of [confirmed, proposed]) {
      await world.act('operator', 'POST', 'reports', {
        ...theft,
        flags: ['insider_suspected'],
        relatesTo: one.incidentId,
      });
      await eventually(async () => {
        const { safeContact, proposedContact } = await fileOf(one);
        expect([safeContact, proposedContact]).toEqual([undefined, undefined]);
      });
      const seen = await ask('colleague', 'GET', `incident-files/${one.incidentId}`);
      expect(seen.status).toBe(404);
    }
  });
});
