import type { Database } from '../database.js';
import { sqlTime } from '../table.js';
import { GENESIS, hashOfEntry } from './audit-hash.js';
import type { AuditBreak } from './audit-break.js';
import { auditEntries, type AuditDetail, type AuditEntry } from './audit-tables.js';
import type { CheckpointKeys } from './checkpoint-keys.js';
import type { StatedRows } from './stated-rows.js';
import { verifyAnchors, type Anchored } from './verify-anchors.js';
import { verifyCheckpoints, type Sealed } from './verify-checkpoints.js';

const ENTRIES_PER_READ = 2000;

/** What a verification found. */
export interface AuditVerdict {
  readonly chains: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** Checkpoints that were told outside of the database. */
  readonly anchors: number;
  /** The last checkpoint, to be compared with what was kept outside the database. */
  readonly sealed?: Sealed;
  /** The first break: chains in order of their subjects, then checkpoints, anchors, and rows. */
  readonly broken?: AuditBreak | undefined;
}

/** What lies outside of the database and proves more than the database can. */
export interface AuditProof {
  readonly keys?: CheckpointKeys | undefined;
  /** Without them a trail that was emptied, or cut behind its last checkpoint, looks like one that is young. */
  readonly anchored?: Anchored | undefined;
  /** Rows that the entries speak of. */
  readonly stated?: readonly StatedRows<never>[] | undefined;
}

/** Walks every chain and every checkpoint of a service, and what they are compared with. Entries may be added meanwhile. */
export async function verifyAudit(database: Database, proof: AuditProof = {}): Promise<AuditVerdict> {
  const states = new Map<string, string>();
  const began = await database.now();
  const chains = await verifyChains(database, states);
  const checkpoints = await verifyCheckpoints(database, proof.keys);
  const anchors = proof.anchored ? await anchorsOf(database, proof.anchored, checkpoints.checkpoints) : { anchors: 0 };
  const broken =
    chains.broken ??
    checkpoints.broken ??
    anchors.broken ??
    (await differing(database, proof.stated ?? [], { states, began }));
  return { ...checkpoints, ...chains, anchors: anchors.anchors, broken };
}

/** No anchor needs to be there as long as there is no checkpoint; an empty trail that was told of is found by what was told. */
async function anchorsOf(
  database: Database,
  anchored: Anchored,
  checkpoints: number,
): Promise<{ anchors: number; broken?: AuditBreak | undefined }> {
  if (checkpoints === 0 && !anchored.file.exists) return { anchors: 0 };
  const verdict = await verifyAnchors(database, anchored);
  const none = verdict.anchors === 0 && checkpoints > 0;
  return none && !verdict.broken
    ? { anchors: 0, broken: { table: 'anchor', reason: 'no checkpoint was told' } }
    : verdict;
}

async function differing(
  database: Database,
  stated: readonly StatedRows<never>[],
  { states, began }: { states: ReadonlyMap<string, string>; began: Date },
): Promise<AuditBreak | undefined> {
  // Entries may be committed later than their time says, and clocks differ.
  const since = sqlTime(new Date(began.getTime() - 30_000));
  const statedSince = async () => {
    const entries = await database.rows(auditEntries, 'WHERE `at` >= ? AND `detail` IS NOT NULL', [since]);
    return new Set(entries.flatMap(statesIn).map(([, hash]) => hash));
  };
  for (const rows of stated) {
    const reason = await rows.differing(database, states, statedSince);
    if (reason !== undefined) return { table: 'state', reason };
  }
  return undefined;
}

async function verifyChains(
  database: Database,
  states: Map<string, string>,
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
      for (const [row, hash] of statesIn(entry)) states.set(row, hash);
      before = entry;
    }
  }
  return { ...count, broken };
}

/** Entries of a row stand in one chain, so the last one read is the last one written. */
function statesIn({ detail }: AuditEntry): [string, string][] {
  if (!detail?.includes('"states"')) return [];
  try {
    return Object.entries((JSON.parse(detail) as AuditDetail).states ?? {});
  } catch {
    return [];
  }
}

function faultOfEntry(entry: AuditEntry, before: AuditEntry | undefined): string | undefined {
  const expected = (before?.seq ?? 0) + 1;
  if (entry.seq !== expected) return `entry ${expected} is missing`;
  if (entry.prevHash !== (before?.hash ?? GENESIS)) return 'does not follow the entry before it';
  return hashOfEntry(entry) === entry.hash ? undefined : 'was changed';
}
