import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Outbox, outboxTable } from '#messaging';
import { applyMigrations, schemaDrift, type Database, type ServiceSchema } from '#persistence';
import { Clock, contactTable, storesOf, type ContactRow } from '#platform';
import { eventually, noTrace, openTestDatabase, testProfile, type TestDatabase } from '#testing';
import { AccountsRepository } from '../../apps/identity/src/outbound/database/accounts.repository.js';
import { identitySchema } from '../../apps/identity/src/outbound/database/identity.schema.js';
import { TellOfAccounts } from '../../apps/identity/src/use-cases/tell-of-accounts.js';
import { DEMO_ENTERPRISE_ID } from '../../apps/standalone/src/demo/data/enterprises.js';
import { send } from './abuse/client.js';
import { World } from './abuse/world.js';

jest.setTimeout(60_000);

describe(`accounts of contacts on ${testProfile()}`, () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  }, 120_000);
  afterAll(async () => {
    await world?.system.stop();
  }, 60_000);

  const stores = (service: string): Database => {
    const store = storesOf(world.system.app).find((each) => each.service === service);
    if (!store) throw new Error(`${service} does not run`);
    return store.database;
  };
  const known = async (accountId: string): Promise<(ContactRow | undefined)[]> =>
    Promise.all(['intake', 'cases'].map((service) => stores(service).one(contactTable, 'WHERE `id` = ?', [accountId])));
  /** Waits until both services know an account like this. */
  const bothKnow = (accountId: string, like: object) =>
    eventually(async () => expect(await known(accountId)).toMatchObject([like, like]));
  const toldOf = async (accountId: string): Promise<number> => {
    const rows = await stores('identity').query<{ act: string }>(
      'SELECT `act` FROM `audit_entry` WHERE `subject` = ? ORDER BY `seq`',
      [accountId],
    );
    return rows.filter(({ act }) => act === 'account.changed.v1').length;
  };
  const create = (more: object = {}) =>
    world.act<{ accountId: string; account: string }>('admin', 'POST', 'accounts', {
      account: `Told-${Math.random().toString(36).slice(2, 8)}`,
      name: '新联系人',
      roles: ['enterprise_contact'],
      enterpriseId: DEMO_ENTERPRISE_ID,
      ...more,
    });
  const change = (accountId: string, body: object) => world.act('admin', 'PATCH', `accounts/${accountId}`, body);

  it('are told of when they are added, changed, disabled and enabled: each time once, the last word counting', async () => {
    const { accountId, account } = await create();
    await bothKnow(accountId, { account: account.toLowerCase(), name: '新联系人', enabled: true, version: 1 });
    for (const step of [{ name: '改名联系人' }, { disabled: true }, { disabled: false }, { disabled: true }])
      await change(accountId, step);
    await bothKnow(accountId, { name: '改名联系人', enabled: false, enterpriseId: DEMO_ENTERPRISE_ID });
    await change(accountId, { disabled: false });
    await bothKnow(accountId, { enabled: true });
    expect(await toldOf(accountId)).toBe(6);
  });

  it('that are contacts no more are told of once more', async () => {
    const { accountId } = await create();
    await change(accountId, { roles: ['machine'] });
    await bothKnow(accountId, { enabled: false });
  });

  it('are not told of again for a wrong password, and others never', async () => {
    const { accountId, account } = await create();
    const wrong = { account, password: 'Not-the-password-1' };
    const refused = await send(world.system.url, { method: 'POST', path: '/api/v1/sessions', body: wrong });
    expect(refused.status).toBe(401);
    const other = await create({ roles: ['analyst'], enterpriseId: undefined });
    await bothKnow(accountId, { enabled: true, version: 1 });
    expect([await toldOf(accountId), await toldOf(other.accountId)]).toEqual([1, 0]);
    expect(await known(other.accountId)).toEqual([undefined, undefined]);
  });

  it('carry nothing by which somebody could sign in', async () => {
    const { accountId } = await create();
    await bothKnow(accountId, { enabled: true });
    const columns = Object.keys((await known(accountId))[0] ?? {}).sort();
    expect(columns).toEqual(['account', 'enabled', 'enterpriseId', 'id', 'name', 'version']);
  });
});

describe(`accounts from before anybody was told, on ${testProfile()}`, () => {
  const former: ServiceSchema = {
    ...identitySchema,
    migrations: identitySchema.migrations.filter(({ name }) => Number(/\d{13}$/.exec(name)?.[0]) < 1_807_000_000_000),
  };
  let test: TestDatabase | undefined;
  afterEach(() => test?.drop());

  const account = (id: string, roles: string[], enterprise: string | null) => [
    id, id.toUpperCase(), id, `姓名${id}`, JSON.stringify(roles), enterprise, 'x', 0, 0, 0, '2026-05-21 01:00:00.000', 3,
  ]; // prettier-ignore

  /** A process of identity that starts. */
  const start = (database: Database): Promise<void> => {
    const accounts = new AccountsRepository(
      database,
      new Outbox(database, 'identity', 'qijing.', noTrace),
      new Clock(),
    );
    return new TellOfAccounts(database, accounts).onModuleInit();
  };

  it('are told of once, when a process starts, whichever is first', async () => {
    test = await openTestDatabase(former);
    const contacts = Array.from({ length: 230 }, (_none, n) => `contact-${String(n).padStart(3, '0')}`);
    const rows = [
      ...contacts.map((id) => account(id, ['enterprise_contact'], 'e1')),
      account('panel', ['machine'], 'e1'),
      account('operator', ['call_taker'], null),
    ];
    const names =
      'id account account_key name roles enterprise_id password_hash disabled demo failures created_at version';
    const columns = names.split(' ').map((name) => `\`${name}\``);
    for (const row of rows)
      await test.database.write(() =>
        test!.database.execute(
          `INSERT INTO \`account\` (${columns.join()}) VALUES (${row.map(() => '?').join()})`,
          row,
        ),
      );
    const [one, other] = [await test.another(identitySchema), await test.another(identitySchema)];
    await applyMigrations(identitySchema, one.connections);
    expect(await schemaDrift(one.connections)).toEqual([]);
    await Promise.all([start(one), start(other)]);
    await start(one);
    const told = await one.rows(outboxTable, 'ORDER BY `aggregate_id`');
    expect(told.map(({ aggregateId, aggregateSeq }) => [aggregateId, aggregateSeq])).toEqual(
      contacts.map((id) => [id, 1]),
    );
    expect(JSON.parse(told[0]?.payload ?? '{}')).toMatchObject({
      account: 'contact-000',
      name: '姓名contact-000',
      roles: ['enterprise_contact'],
      enterpriseId: 'e1',
      disabled: false,
    });
  });
});
