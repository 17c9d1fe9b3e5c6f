import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, migrate, openConnections, type DatabaseOptions, type ServiceSchema } from '#persistence';
import { dropTestDatabase, needed, testDatabaseOptions } from '#testing';
import { SCHEMAS } from '../../apps/standalone/src/schemas.js';

const DENIED = /denied/;
/** What a service may only add to, and what it may only read. */
const ADDED_TO = ['audit_entry', 'audit_checkpoint'];

/** Each service on the server as the user that it has in real life. */
describe('the user of a service', () => {
  const owner = testDatabaseOptions('cluster');
  const serviceUser = needed('QIJING_DB_USER');
  const asService: DatabaseOptions = { ...owner, user: serviceUser, password: needed('QIJING_DB_PASSWORD') };
  const open = new Map<string, Database>();

  beforeAll(async () => {
    for (const schema of SCHEMAS) {
      await migrate(schema, { ...owner, serviceUser });
      open.set(schema.service, new Database(await openConnections(schema, { ...asService, poolSize: 2 })));
    }
  }, 120_000);
  afterAll(async () => {
    for (const database of open.values()) await database.close();
    for (const schema of SCHEMAS) await dropTestDatabase(schema, owner);
  }, 60_000);

  const run = async ({ service }: ServiceSchema, sql: string): Promise<string> => {
    const database = open.get(service);
    if (!database) throw new Error(`${service} is not open`);
    return database.alone(sql).then(
      () => 'done',
      (error: unknown) => String(error),
    );
  };

  it('is none that owns anything', () => {
    expect(owner.user).not.toBe(serviceUser);
    expect(serviceUser).toContain('{service}');
  });

  it.each(SCHEMAS)(
    'of $service works on every table of its own, and changes nothing that was written down',
    async (schema) => {
      for (const { name, columns } of schema.tables) {
        const [first] = columns;
        if (!first) throw new Error(`${name} has no columns`);
        const column = `\`${first.name}\``;
        const may = ADDED_TO.includes(name) ? expect.stringMatching(DENIED) : 'done';
        expect([name, await run(schema, `UPDATE \`${name}\` SET ${column} = ${column} WHERE 1 = 0`)]).toEqual([
          name,
          may,
        ]);
        expect([name, await run(schema, `DELETE FROM \`${name}\` WHERE 1 = 0`)]).toEqual([name, may]);
        expect([name, await run(schema, `INSERT INTO \`${name}\` SELECT * FROM \`${name}\` WHERE 1 = 0`)]).toEqual([
          name,
          'done',
        ]);
      }
    },
  );

  it.each(SCHEMAS)('of $service reads nothing of another service, and changes no schema', async (schema) => {
    for (const other of SCHEMAS.filter(({ service }) => service !== schema.service)) {
      const foreign = `SELECT * FROM \`${owner.prefix}${other.service}\`.\`audit_entry\``;
      expect(await run(schema, foreign)).toMatch(DENIED);
    }
    for (const sql of [
      'DROP TABLE `audit_entry`',
      'TRUNCATE TABLE `audit_checkpoint`',
      'ALTER TABLE `audit_entry` ADD COLUMN `x` int',
      'CREATE TABLE `x` (`x` int)',
      'DELETE FROM `schema_migration`',
      'GRANT UPDATE ON `audit_entry` TO CURRENT_USER',
    ]) {
      expect([sql, await run(schema, sql)]).toEqual([sql, expect.stringMatching(DENIED)]);
    }
  });
});
