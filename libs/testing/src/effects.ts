import { createMessagingTables, messagingTables, type EventContext } from '#messaging';
import {
  auditMigrations,
  auditTables,
  column,
  createTable,
  defineTable,
  newId,
  type Database,
  type MigrationInterface,
  type QueryRunner,
  type ServiceSchema,
  type TableDef,
} from '#persistence';

/** What a handler did: one row each time it ran and its transaction was committed. */
export interface EffectRow {
  id: string;
  subject: string;
  source: string;
  sequence: number;
  type: string;
  /** Order in which effects were written. */
  seq: number;
}

const columns = {
  id: column.id(),
  subject: column.id(),
  source: column.text(40),
  sequence: column.int(),
  type: column.text(80),
  seq: column.seq(),
};
const keys = { primary: ['seq'], index: [['subject', 'seq']] };
export const effects = defineTable<EffectRow>('effect', columns, keys);

class CreateEffects1790000000000 implements MigrationInterface {
  name = 'CreateEffects1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'effect', columns, keys);
    await createMessagingTables(runner);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** A service that only notes what it was told. */
export const effectsSchema: ServiceSchema = {
  service: 'effects',
  tables: [effects as unknown as TableDef<never>, ...messagingTables, ...auditTables],
  migrations: [CreateEffects1790000000000, ...auditMigrations],
};

/** A handler's effect, in the open unit of work. */
export const noteEffect = (database: Database, { subject, source, sequence, type }: EventContext): Promise<void> =>
  database.insert(effects, [{ id: newId(), subject, source, sequence, type, seq: 0 }]);

/** The sequences that had an effect, in the order of the effects, by subject. */
export async function effectsBySubject(database: Database): Promise<Record<string, number[]>> {
  const bySubject: Record<string, number[]> = {};
  for (const { subject, sequence } of await database.rows(effects, 'ORDER BY `seq`')) {
    (bySubject[subject] ??= []).push(sequence);
  }
  return bySubject;
}
