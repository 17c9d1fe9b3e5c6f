import type { Database } from '../database.js';
import { GENESIS, hashOfEntry } from './audit-hash.js';
import type { AuditBreak } from './audit-break.js';
import { auditEntries, type AuditEntry } from './audit-tables.js';
import { verifyCheckpoints, type Sealed } from './verify-checkpoints.js';

const ENTRIES_PER_READ = 2000;

/** What a verification found. */
export interface AuditVerdict {
  readonly chains: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** The last checkpoint, to be compared with what was kept outside the database. */
  readonly sealed?: Sealed;
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
