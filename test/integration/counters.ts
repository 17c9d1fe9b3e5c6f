import { column, createTable, defineTable } from '#persistence';
import type { MigrationInterface, QueryRunner, ServiceSchema, TableDef } from '#persistence';

/** A row that many want to change at the same time. */
export interface CounterRow {
  id: string;
  value: number;
  version: number;
}

const columns = { id: column.id(), value: column.int(), version: column.int() };
const keys = { primary: ['id'] };
export const counters = defineTable<CounterRow>('counter', columns, keys);

class CreateCounters1790000000000 implements MigrationInterface {
  name = 'CreateCounters1790000000000';

  up(runner: QueryRunner): Promise<void> {
    return createTable(runner, 'counter', columns, keys);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

export const countersSchema: ServiceSchema = {
  service: 'counters',
  tables: [counters as unknown as TableDef<never>],
  migrations: [CreateCounters1790000000000],
};
