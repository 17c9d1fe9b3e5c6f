import type { Database } from '../database.js';
import { placeholders } from '../inserts.js';
import type { Anchor, AnchorFile } from './anchors.js';
import type { AuditBreak } from './audit-break.js';

const ANCHORS_PER_READ = 500;

/** What was told outside of the database, and how it is read. */
export interface Anchored {
  readonly file: AnchorFile;
  /**
   * When the database was restored from a backup: what was told before then about checkpoints behind the end of the backup
   * is passed over.
   */
  readonly restoredAt?: Date | undefined;
}

/** Looks whether every checkpoint that was told is still there, with the hash and the signature that were told. */
export async function verifyAnchors(
  database: Database,
  { file, restoredAt }: Anchored,
): Promise<{ anchors: number; broken?: AuditBreak | undefined }> {
  if (!file.exists) return { anchors: 0, broken: { table: 'anchor', reason: `there is no file ${file.path}` } };
  const verdict = new AnchorVerdict(restoredAt);
  for await (const page of pages(file.of(database.connections.service))) {
    const there = await checkpointsOf(database, page);
    for (const anchor of page) verdict.add(anchor, faultOf(anchor, there.get(anchor.seq)));
  }
  return verdict;
}

class AnchorVerdict {
  anchors = 0;
  broken: AuditBreak | undefined;
  /** The first one of before the restore that is not there any more; behind it nothing may fit until the restore. */
  #lost: AuditBreak | undefined;

  constructor(private readonly restoredAt: Date | undefined) {}

  add({ at }: Anchor, fault: AuditBreak | undefined): void {
    this.anchors += 1;
    if (!this.restoredAt || new Date(at) >= this.restoredAt) this.broken ??= fault;
    else if (fault) this.#lost ??= fault;
    else this.broken ??= this.#lost;
  }
}

async function* pages(anchors: AsyncIterable<Anchor>): AsyncGenerator<Anchor[]> {
  let page: Anchor[] = [];
  for await (const anchor of anchors) {
    if (page.push(anchor) < ANCHORS_PER_READ) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

interface Kept {
  readonly hash: string;
  readonly signature: string | null;
}

async function checkpointsOf(database: Database, anchors: readonly Anchor[]): Promise<Map<number, Kept>> {
  const rows = await database.query<Kept & { seq: number | string }>(
    `SELECT \`seq\`, \`hash\`, \`signature\` FROM \`audit_checkpoint\` WHERE \`seq\` IN (${placeholders(anchors.length)})`,
    anchors.map(({ seq }) => seq),
  );
  return new Map(rows.map((row) => [Number(row.seq), row]));
}

function faultOf({ seq, hash, signature }: Anchor, kept: Kept | undefined): AuditBreak | undefined {
  const broken = (reason: string): AuditBreak => ({ table: 'anchor', seq, reason });
  if (!kept) return broken('the checkpoint that was told is gone');
  if (kept.hash !== hash) return broken('another checkpoint was told');
  return (kept.signature ?? undefined) === signature ? undefined : broken('it was told with another signature');
}
