import { column, defineTable, type TableDef } from '../table.js';

/** One act: who did what to which object, from where, and how it ended. Entries of a subject form a chain. */
export interface AuditEntry {
  /** Whose chain: an aggregate, an account, or a process (`reads:<id>`) for what changes nothing. */
  readonly subject: string;
  /** Counts the entries of the subject from 1, without holes. */
  readonly seq: number;
  readonly at: Date;
  /** See `Actor`. */
  readonly actor: string;
  /** An event type, or a word pair such as `account.changed`, `report.read`. */
  readonly act: string;
  /** Ids only, separated by spaces: the event, the session, the records shown. */
  readonly object: string;
  readonly success: boolean;
  /** SHA-256, hex, of the event's payload as it is written down. */
  readonly payload?: string;
  /** Session and address of the actor. */
  readonly session?: string;
  readonly address?: string;
  /** Code of the refusal; absent when the act succeeded. */
  readonly outcome?: string;
  /** JSON: see `AuditDetail`. Kept as text, because it is hashed as it is written. */
  readonly detail?: string;
  /** SHA-256, hex; 64 zeros in the first entry. */
  readonly prevHash: string;
  readonly hash: string;
}

/** SHA-256 of rows as they are after an act, by `<table> <id>`: see `StatedRows`. */
export type RowStates = Readonly<Record<string, string>>;

/** What an entry says besides; never a name, telephone or text that somebody typed. */
export interface AuditDetail {
  /** What a change of rights began with and ended with. */
  readonly before?: object;
  readonly after?: object;
  readonly states?: RowStates;
  /** How many acts of the same kind the entry stands for, when it is more than one. */
  readonly count?: number;
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
  /** Ed25519 over service, number and hash, base64; absent where it was made before checkpoints were signed. */
  readonly signature?: string;
}

export const auditEntries = defineTable<AuditEntry>(
  'audit_entry',
  {
    subject: column.id(),
    seq: column.int(),
    at: column.time(),
    actor: column.text(80),
    act: column.text(80),
    object: column.long(),
    success: column.bool(),
    payload: column.id().nullable(),
    session: column.id().nullable(),
    address: column.text(64).nullable(),
    outcome: column.text(80).nullable(),
    detail: column.long().nullable(),
    prevHash: column.id(),
    hash: column.id(),
  },
  { primary: ['subject', 'seq'], index: [['at']], inKeyOrder: true },
);

export const auditCheckpoints = defineTable<AuditCheckpoint>(
  'audit_checkpoint',
  {
    seq: column.int(),
    at: column.time(),
    heads: column.json(),
    root: column.id(),
    prevHash: column.id(),
    hash: column.id(),
    signature: column.text(100).nullable(),
  },
  { primary: ['seq'], index: [['at']] },
);

/** List these in the schema of every service. Nobody but their makers may do more than add to them. */
export const auditTables = [auditEntries, auditCheckpoints] as unknown as TableDef<never>[];
