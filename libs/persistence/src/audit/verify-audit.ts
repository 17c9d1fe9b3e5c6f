import type { Database } from '../database.js';
import type { SqlParam } from '../table.js';
import { GENESIS, hashOfCheckpoint, hashOfEntry, merkleRoot, type Leaf } from './audit-hash.js';
import { auditCheckpoints, auditEntries, type AuditCheckpoint, type AuditEntry } from './audit-tables.js';

const ENTRIES_PER_READ = 2000;
const HEADS_PER_READ = 200;

/** Where a chain is broken. */
export interface AuditBreak {
  readonly table: 'audit_entry' | 'audit_checkpoint';
  /** Whose chain; absent in the chain of checkpoints. */
  readonly subject?: string;
  readonly seq: number;
  readonly reason: string;
}

/** What a verification found. */
export interface AuditVerdict {
  readonly chains: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** The last checkpoint, to be compared with what was kept outside the database. */
  readonly sealed?: { readonly seq: number; readonly at: string; readonly hash: string };
  /** The first break: chains in order of their subjects, then checkpoints. */
  readonly broken?: AuditBreak;
}

/** Walks every chain and every checkpoint of a service. Entries may be added meanwhile. */
export async function verifyAudit(database: Database): Promise<AuditVerdict> {
  const chains = await verifyChains(database);
  const checkpoints = await verifyCheckpoints(database);
  return { ...checkpoints, ...chains, ...((chains.broken ?? checkpoints.broken) && firstOf(chains, checkpoints)) };
}

const firstOf = (chains: { broken?: AuditBreak }, checkpoints: { broken?: AuditBreak }) => ({
  broken: chains.broken ?? checkpoints.broken,
});

async function verifyChains(
  database: Database,
): Promise<{ chains: number; entries: number; broken?: AuditBreak | undefined }> {
  let before: AuditEntry | undefined;
  let broken: AuditBreak | undefined;
  const count = { chains: 0, entries: 0 };
  const read = () =>
    database.rows(
      auditEntries,
      'WHERE `subject` >= ? AND (`subject` > ? OR `seq` > ?) ORDER BY `subject`, `seq` LIMIT ?',
      [before?.subject ?? '', before?.subject ?? '', before?.seq ?? -(2 ** 31), ENTRIES_PER_READ],
    );
  for (let page = await read(); page.length > 0; page = await read()) {
    for (const entry of page) {
      const predecessor = before?.subject === entry.subject ? before : undefined;
      if (!predecessor) count.chains += 1;
      count.entries += 1;
      const reason = faultOfEntry(entry, predecessor);
      if (reason !== undefined) broken ??= { table: 'audit_entry', subject: entry.subject, seq: entry.seq, reason };
      before = entry;
    }
  }
  return { ...count, broken };
}

function faultOfEntry(entry: AuditEntry, before: AuditEntry | undefined): string | undefined {
  const expected = (before?.seq ?? 0) + 1;
  if (entry.seq !== expected) return `entry ${expected} is missing`;
  if (entry.prevHash !== (before?.hash ?? GENESIS)) return 'does not follow the entry before it';
  return hashOfEntry(entry) === entry.hash ? undefined : 'was changed';
}

async function verifyCheckpoints(
  database: Database,
): Promise<{ checkpoints: number; sealed?: AuditVerdict['sealed']; broken?: AuditBreak | undefined }> {
  let before: AuditCheckpoint | undefined;
  let broken: AuditBreak | undefined;
  let checkpoints = 0;
  const next = () =>
    database.one(auditCheckpoints, 'WHERE `seq` > ? ORDER BY `seq` LIMIT 1', [before?.seq ?? -(2 ** 31)]);
  for (let checkpoint = await next(); checkpoint; checkpoint = await next()) {
    checkpoints += 1;
    const fault = faultOfCheckpoint(checkpoint, before) ?? (await faultOfHeads(database, checkpoint));
    if (fault) broken ??= { table: 'audit_checkpoint', seq: checkpoint.seq, ...fault };
    before = checkpoint;
  }
  const sealed = before && { seq: before.seq, at: before.at.toISOString(), hash: before.hash };
  return { checkpoints, broken, ...(sealed && { sealed }) };
}

function faultOfCheckpoint(
  checkpoint: AuditCheckpoint,
  before: AuditCheckpoint | undefined,
): { reason: string } | undefined {
  const expected = (before?.seq ?? 0) + 1;
  if (checkpoint.seq !== expected) return { reason: `checkpoint ${expected} is missing` };
  if (checkpoint.prevHash !== (before?.hash ?? GENESIS)) return { reason: 'does not follow the checkpoint before it' };
  return hashOfCheckpoint(checkpoint) === checkpoint.hash ? undefined : { reason: 'was changed' };
}

/** Every sealed head must still be there as it was. */
async function faultOfHeads(
  database: Database,
  { heads, root }: AuditCheckpoint,
): Promise<{ reason: string; subject?: string } | undefined> {
  const leaves: Leaf[] = [];
  for (let from = 0; from < heads.length; from += HEADS_PER_READ) {
    const part = heads.slice(from, from + HEADS_PER_READ);
    const found = await hashesOf(database, part);
    for (const [subject, seq] of part) {
      const hash = found.get(`${subject} ${seq}`);
      if (hash === undefined) return { subject, reason: `sealed entry ${seq} is gone` };
      leaves.push([subject, seq, hash]);
    }
  }
  return (await merkleRoot(leaves)) === root
    ? undefined
    : { reason: 'the sealed entries are not those that are there' };
}

async function hashesOf(
  database: Database,
  heads: readonly (readonly [string, number])[],
): Promise<Map<string, string>> {
  const params: SqlParam[] = heads.flatMap(([subject, seq]) => [subject, seq]);
  const rows = await database.query<{ subject: string; seq: number | string; hash: string }>(
    'SELECT `subject`, `seq`, `hash` FROM `audit_entry` WHERE ' +
      heads.map(() => '(`subject` = ? AND `seq` = ?)').join(' OR '),
    params,
  );
  return new Map(rows.map(({ subject, seq, hash }) => [`${subject} ${Number(seq)}`, hash]));
}
