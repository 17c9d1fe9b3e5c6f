import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../schema.js';
import { column, defineTable, type TableDef } from '../table.js';

/** One act: who did what to which object, and whether it succeeded. Entries of a subject form a chain. */
export interface AuditEntry {
  /** Whose chain: an aggregate, an account, or a process (`reads:<id>`) for what changes nothing. */
  readonly subject: string;
  /** Counts the entries of the subject from 1, without holes. */
  readonly seq: number;
  readonly at: Date;
  /** See `actingAs`. */
  readonly actor: string;
  /** An event type, or a word pair such as `account.changed`, `report.read`. */
  readonly act: string;
  /** Ids only, separated by spaces: the event, the session, the records shown. */
  readonly object: string;
  readonly success: boolean;
  /** SHA-256, hex; 64 zeros in the first entry. */
  readonly prevHash: string;
  readonly hash: string;
}

/** The heads of all chains that moved since the last checkpoint, under one Merkle root; checkpoints form a chain. */
export interface AuditCheckpoint {
  readonly seq: number;
  readonly at: Date;
  /** `[subject, seq]` in order of the subjects. */
  readonly heads: readonly (readonly [string, number])[];
  readonly root: string;
  readonly prevHash: string;
  readonly hash: string;
}

const shapes = {
  entry: {
    columns: {
      subject: column.id(),
      seq: column.int(),
      at: column.time(),
      actor: column.text(80),
      act: column.text(80),
      object: column.long(),
      success: column.bool(),
      prevHash: column.id(),
      hash: column.id(),
    },
    keys: { primary: ['subject', 'seq'], index: [['at']], inKeyOrder: true },
  },
  checkpoint: {
    columns: {
      seq: column.int(),
      at: column.time(),
      heads: column.json(),
      root: column.id(),
      prevHash: column.id(),
      hash: column.id(),
    },
    keys: { primary: ['seq'], index: [['at']] },
  },
};

export const auditEntries = defineTable<AuditEntry>('audit_entry', shapes.entry.columns, shapes.entry.keys);
export const auditCheckpoints = defineTable<AuditCheckpoint>(
  'audit_checkpoint',
  shapes.checkpoint.columns,
  shapes.checkpoint.keys,
);

/** List these in the schema of every service. */
export const auditTables = [auditEntries, auditCheckpoints] as unknown as TableDef<never>[];

/** The tables as every service gets them; frozen. */
export class CreateAudit1797000000000 implements MigrationInterface {
  name = 'CreateAudit1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'audit_entry', shapes.entry.columns, shapes.entry.keys);
    await createTable(runner, 'audit_checkpoint', shapes.checkpoint.columns, shapes.checkpoint.keys);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
