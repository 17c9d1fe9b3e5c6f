import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from '../schema-changes.js';
import { createTable, refuseChanges } from '../schema.js';
import { column } from '../table.js';

const TABLES = ['audit_entry', 'audit_checkpoint'] as const;

/** The tables as every service gets them; frozen. */
export class CreateAudit1797000000000 implements MigrationInterface {
  name = 'CreateAudit1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    const [hash, at, seq] = [column.id(), column.time(), column.int()];
    await createTable(
      runner,
      'audit_entry',
      {
        ...{ subject: column.id(), seq, at, actor: column.text(80), act: column.text(80), object: column.long() },
        ...{ success: column.bool(), prevHash: hash, hash },
      },
      { primary: ['subject', 'seq'], index: [['at']], inKeyOrder: true },
    );
    const checkpoint = { seq, at, heads: column.json(), root: hash, prevHash: hash, hash };
    await createTable(runner, 'audit_checkpoint', checkpoint, { primary: ['seq'], index: [['at']] });
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/**
 * Entries say where from, how it ended and what it was about; checkpoints are signed; a SQLite file refuses to change
 * either (a server does that by the rights of its users). Safe to repeat.
 */
export class SealAudit1825000000000 implements MigrationInterface {
  name = 'SealAudit1825000000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'audit_entry', {
      payload: column.id(),
      session: column.id(),
      address: column.text(64),
      outcome: column.text(80),
      detail: column.long(),
    });
    await addColumns(runner, 'audit_checkpoint', { signature: column.text(100) });
    for (const table of TABLES) await refuseChanges(runner, table);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

/** In the order in which every service runs them. */
export const auditMigrations = [CreateAudit1797000000000, SealAudit1825000000000] as const;
