import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database, openConnections, verifyAudit, type AuditBreak, type ServiceSchema } from '#persistence';
import { eventually, testProfile } from '#testing';
import { casesSchema } from '../../apps/cases/src/outbound/database/cases.schema.js';
import { identitySchema } from '../../apps/identity/src/outbound/database/identity.schema.js';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';
import { World, type Incident } from './abuse/world.js';
import { tamper } from './tampering.js';

jest.setTimeout(60_000);
let world: World;
let incident: Incident;

beforeAll(async () => {
  world = await World.start({ QIJING_LOG_LEVEL: 'error', QIJING_AUDIT_SEAL_SECONDS: '1' });
  incident = await world.report('operator');
  const entry = { kind: 'RECOVERED', amountFen: 100, method: 'on the spot' };
  await world.act('PS02', 'POST', `cases/${incident.caseId}/ledger-entries`, entry);
}, 120_000);
afterAll(() => world?.system.stop(), 60_000);

async function verdict(schema: ServiceSchema): Promise<AuditBreak | undefined> {
  const database = new Database(await openConnections(schema, { ...world.system.database, poolSize: 2 }));
  const { stated } = schema;
  return (await verifyAudit(database, { stated }).finally(() => database.close())).broken;
}

/** Changes past the product, each of which is taken back after it was looked at. */
const CHANGES: readonly [string, ServiceSchema, string, string, RegExp][] = [
  [
    'a role was added',
    identitySchema,
    "UPDATE `account` SET `roles` = REPLACE(`roles`, '\"supervisor\"', '\"approver\"') WHERE `account_key` = 'leader'",
    "UPDATE `account` SET `roles` = REPLACE(`roles`, '\"approver\"', '\"supervisor\"') WHERE `account_key` = 'leader'",
    /^account \S+ was changed$/,
  ],
  [
    'a password was replaced',
    identitySchema,
    "UPDATE `account` SET `password_hash` = CONCAT('x', `password_hash`) WHERE `account_key` = 'chief'",
    "UPDATE `account` SET `password_hash` = SUBSTR(`password_hash`, 2) WHERE `account_key` = 'chief'",
    /^account \S+ was changed$/,
  ],
  [
    'a disabled account was let in again, or the reverse',
    identitySchema,
    "UPDATE `account` SET `disabled` = 1 - `disabled` WHERE `account_key` = 'chief'",
    "UPDATE `account` SET `disabled` = 1 - `disabled` WHERE `account_key` = 'chief'",
    /^account \S+ was changed$/,
  ],
  [
    'an amount of a ledger was changed',
    casesSchema,
    'UPDATE `ledger_entry` SET `amount_fen` = `amount_fen` + 1',
    'UPDATE `ledger_entry` SET `amount_fen` = `amount_fen` - 1',
    /^ledger_entry \S+ was changed$/,
  ],
  [
    'an entry of a ledger was deleted',
    casesSchema,
    "UPDATE `ledger_entry` SET `id` = CONCAT('x', `id`)",
    'UPDATE `ledger_entry` SET `id` = SUBSTR(`id`, 2)',
    /^ledger_entry \S+ is gone$/,
  ],
];

describe(`state that was changed past the product on ${testProfile()}`, () => {
  it.each(CHANGES)('is noticed: %s', async (_what, schema, change, back, finding) => {
    expect(incident.caseId).toBeDefined();
    expect(await verdict(schema)).toBeUndefined();
    await tamper(schema, world.system.database, change);
    expect(await verdict(schema)).toMatchObject({ table: 'state', reason: expect.stringMatching(finding) });
    await tamper(schema, world.system.database, back);
    expect(await verdict(schema)).toBeUndefined();
  });
});

describe(`checkpoints on ${testProfile()}`, () => {
  it('are told to the log at the level of errors too, signed, for every service that did anything', async () => {
    const told = () => {
      const lines = world.system.logs().split('\n').filter(Boolean);
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    const services = SCHEMAS.map(({ service }) => service).filter((service) => service !== 'notifications');
    await eventually(
      () => {
        for (const service of services) {
          const line = told().find((each) => each['msg'] === 'audit checkpoint' && each['service'] === service);
          expect(line).toMatchObject({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
          expect(line?.['signature']).toEqual(expect.any(String));
        }
      },
      { withinMs: 20_000 },
    );
  });
});
