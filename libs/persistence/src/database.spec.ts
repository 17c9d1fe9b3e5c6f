import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aggregates, touch } from './aggregates.js';
import type { DatabaseOptions } from './connections.js';
import { openConnections } from './open-connections.js';
import { Database } from './database.js';
import { isDuplicateKey } from './dialect.js';
import { applyMigrations, schemaDrift } from './migrate.js';
import { addColumns } from './schema-changes.js';
import { createTable, type ServiceSchema } from './schema.js';
import { column, defineTable, type TableDef } from './table.js';
import { LostRace } from './unit-of-work.js';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Note {
  id: string;
  text: string;
  doc: { n: number };
  on: boolean;
  at: Date;
  big: number;
  maybe?: string;
  version: number;
}

const columns = {
  id: column.id(),
  text: column.text(50),
  doc: column.json(),
  on: column.bool(),
  at: column.time(),
  big: column.bigint(),
  maybe: column.text(10).nullable(),
  version: column.int(),
};
const keys = { primary: ['id'], unique: [['text']], index: [['at', 'id']] };
const notes = defineTable<Note>('note', columns, keys);

class CreateNotes1760000000000 implements MigrationInterface {
  name = 'CreateNotes1760000000000';
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'note', columns, keys);
  }
  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const schema: ServiceSchema = {
  service: 'notes',
  tables: [notes as unknown as TableDef<never>],
  migrations: [CreateNotes1760000000000],
};
const note = (id: string, over: Partial<Note> = {}): Note => ({
  id,
  text: `text of ${id}`,
  doc: { n: 1 },
  on: true,
  at: new Date('2026-01-02T03:04:05.678Z'),
  big: 2 ** 53 - 1,
  version: 1,
  ...over,
});

describe('Database on SQLite', () => {
  let folder: string;
  let database: Database;
  let all: Aggregates<Note>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qijing-db-'));
    const options = { profile: 'embedded', dataDir: folder } as DatabaseOptions;
    const connections = await openConnections(schema, options);
    await applyMigrations(schema, connections);
    database = new Database(connections);
    all = new Aggregates(database, notes);
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  const count = async () => (await database.rows(notes, '')).length;

  it('gives back every kind of value as it was', async () => {
    await database.write(async () => database.insert(notes, [note('a', { maybe: '中文' }), note('b', { on: false })]));
    expect(await database.rows(notes, 'ORDER BY `id`')).toEqual([
      note('a', { maybe: '中文' }),
      note('b', { on: false }),
    ]);
  });

  it('has no drift between tables and migrations', async () => {
    expect(await schemaDrift(database.connections)).toEqual([]);
  });

  it('adds columns to a table that has rows, and adds nothing when it is repeated', async () => {
    await database.write(async () => database.insert(notes, [note('a')]));
    const more = { later: column.json().nullable() };
    await database.connections.schemaSource(async (dataSource) => {
      const runner = dataSource.createQueryRunner();
      for (let times = 0; times < 2; times += 1) await addColumns(runner, 'note', more);
    });
    expect(await database.query('SELECT `id`, `later` FROM `note`')).toEqual([{ id: 'a', later: null }]);
    expect((await schemaDrift(database.connections)).length).toBeGreaterThan(0);
  });

  it('keeps rows in the order of their key where a table asks for it, and a transaction in memory', async () => {
    await database.connections.schemaSource(async (dataSource) => {
      const runner = dataSource.createQueryRunner();
      for (const inKeyOrder of [true, false])
        await createTable(runner, `ordered_${inKeyOrder}`, { id: column.id() }, { primary: ['id'], inKeyOrder });
    });
    const made = await database.query<{ name: string }>(
      'SELECT `name` FROM `sqlite_master` WHERE `sql` LIKE ? AND `name` LIKE ?',
      ['%WITHOUT ROWID%', 'notes_ordered%'],
    );
    expect(made).toEqual([{ name: 'notes_ordered_true' }]);
    const kept = await database.write(() => database.query('SELECT `cache_size` AS kib FROM pragma_cache_size'));
    expect(kept).toEqual([{ kib: -64 * 1024 }]);
  });

  it('rolls everything back when the work fails', async () => {
    const failing = database.write(async () => {
      await database.insert(notes, [note('a')]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count()).toBe(0);
  });

  it('refuses a write outside a unit of work and one that outlived it', async () => {
    await expect(database.insert(notes, [note('a')])).rejects.toThrow('unit of work');
    let later!: () => Promise<unknown>;
    await database.write(() => {
      const { unit } = database;
      later = () => Promise.resolve().then(() => unit.session);
      return Promise.resolve();
    });
    await expect(later()).rejects.toThrow('has ended');
  });

  it('keeps 50 transactions at once apart', async () => {
    const one = (n: number) =>
      database.write(async () => {
        await database.insert(notes, [note(`n${n}`)]);
        await new Promise((resolve) => setImmediate(resolve));
        if (n % 2 === 1) throw new Error('odd');
      });
    await Promise.allSettled(Array.from({ length: 50 }, (_, n) => one(n)));
    expect(await count()).toBe(25);
  });

  it('commits a group together and lets a bad item fail alone', async () => {
    await database.write(async () => database.insert(notes, [note('taken')]));
    const before = database.counts.commits;
    const add = (id: string) => database.write(() => Promise.resolve(all.add(note(id))), { group: 'notes' });
    await Promise.all(Array.from({ length: 30 }, (_, n) => add(`g${n}`)));
    expect(database.counts.commits - before).toBe(1);
    const mixed = await Promise.allSettled([add('h1'), add('taken'), add('h2')]);
    expect(mixed.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(isDuplicateKey((mixed[1] as PromiseRejectedResult).reason)).toBe(true);
    expect(await count()).toBe(33);
  });

  it('writes changed aggregates in one guarded statement and redoes a lost race', async () => {
    await database.write(() => {
      for (const id of ['a', 'b', 'c']) all.add(note(id));
      return Promise.resolve();
    });
    let tries = 0;
    await database.write(async () => {
      tries += 1;
      const rows = await all.findMany(['a', 'b', 'c']);
      for (const row of rows.slice(0, 2)) {
        row.doc = { n: row.doc.n + 1 };
        touch(row);
        all.save(row);
      }
      if (tries === 1) await database.execute("UPDATE `note` SET version = 7 WHERE id = 'a'");
    });
    expect(tries).toBe(2);
    expect((await database.rows(notes, 'ORDER BY id')).map(({ doc, version }) => [doc.n, version])).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
    ]);
    await expect(
      database.write(async () => {
        all.save((await all.find('a')) as Note);
      }),
    ).rejects.toThrow('version did not move');
  });

  it('gives up after five lost races', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(new LostRace('test'));
    };
    await expect(database.write(work)).rejects.toThrow(LostRace);
    expect(tries).toBe(5);
  });
});
