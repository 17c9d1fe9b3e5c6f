import type { Database } from '../database.js';
import type { SqlParam } from '../table.js';
import type { AuditBreak } from './audit-break.js';
import { GENESIS, hashOfCheckpoint, merkleRoot, type Leaf } from './audit-hash.js';
import { auditCheckpoints, type AuditCheckpoint } from './audit-tables.js';
import type { CheckpointKeys } from './checkpoint-keys.js';

const HEADS_PER_READ = 200;

/** A checkpoint, as it is compared with what was kept outside the database. */
export interface Sealed {
  readonly seq: number;
  readonly at: string;
  readonly hash: string;
}

/**
 * Walks every checkpoint of a service: each follows the one before, and what it sealed is still there; where there are keys,
 * each is signed, but for those made before any was.
 */
export async function verifyCheckpoints(
  database: Database,
  keys?: CheckpointKeys,
): Promise<{ checkpoints: number; sealed?: Sealed; broken?: AuditBreak | undefined }> {
  let before: AuditCheckpoint | undefined;
  let broken: AuditBreak | undefined;
  let checkpoints = 0;
  const next = () =>
    database.one(auditCheckpoints, 'WHERE `seq` > ? ORDER BY `seq` LIMIT 1', [before?.seq ?? -(2 ** 31)]);
  for (let checkpoint = await next(); checkpoint; checkpoint = await next()) {
    checkpoints += 1;
    const fault =
      faultOfCheckpoint(checkpoint, before) ??
      (keys && faultOfSignature(database.connections.service, checkpoint, before, keys)) ??
      (await faultOfHeads(database, checkpoint));
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

function faultOfSignature(
  service: string,
  checkpoint: AuditCheckpoint,
  before: AuditCheckpoint | undefined,
  keys: CheckpointKeys,
): { reason: string } | undefined {
  const { signature } = checkpoint;
  if (signature === undefined) return before?.signature === undefined ? undefined : { reason: 'is not signed' };
  return keys.fits(service, checkpoint, signature) ? undefined : { reason: 'is not signed by a key that is known' };
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
