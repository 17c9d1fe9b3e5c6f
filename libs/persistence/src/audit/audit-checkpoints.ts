import type { Database } from '../database.js';
import { isDuplicateKey } from '../dialect.js';
import { every, type Repeating } from '../every.js';
import { sqlTime } from '../table.js';
import { anchorOf, type Anchor, type AnchorFile } from './anchors.js';
import { GENESIS, hashOfCheckpoint, merkleRoot, type Leaf } from './audit-hash.js';
import { auditCheckpoints, type AuditCheckpoint } from './audit-tables.js';
import type { CheckpointKeys } from './checkpoint-keys.js';

/** Of the time between two checkpoints: one that is younger than this is another process's of the same turn. */
const YOUNG = 0.8;
/** Entries may be committed later than their time says, and clocks differ: each checkpoint looks back this far. */
const LOOK_BACK_MS = 30_000;
/** Heads per checkpoint; more of them become several checkpoints. */
const MOST_HEADS = 50_000;

/** How chains are sealed. */
export interface Sealing {
  /** Absent: checkpoints are not signed, as in specs of the chains alone. */
  readonly keys?: CheckpointKeys;
  /** Where checkpoints are told outside of the database. */
  readonly file?: AnchorFile;
}

/** Who hears of what happens to checkpoints. */
export interface CheckpointListener {
  /** Of every checkpoint made here: kept outside the database, it shows that nobody replaced the chains. */
  told(anchor: Anchor): void;
  /** The database does not hold the last one that was told: it was tampered with, or restored. */
  lost(anchor: Anchor): void;
  failed(error: unknown): void;
}

/**
 * Seals the chains again and again. Every process of a service runs one; the key of the table lets one of them win. What is
 * younger than one turn is sealed by nothing yet.
 */
export class AuditCheckpoints {
  private repeating: Repeating | undefined;
  private end: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing = {},
  ) {}

  /** Seals every so many milliseconds, from now on. */
  start(everyMs: number, listener: CheckpointListener): void {
    const report = (error: unknown) => listener.failed(error);
    this.repeating = every(everyMs, () => this.seal(everyMs * YOUNG, listener), { report, keepsAlive: false });
    this.end = () => this.seal(0, listener).catch(report);
  }

  /** Makes a last checkpoint, so that nothing is left unsealed. */
  async stop(): Promise<void> {
    await this.repeating?.stop();
    await this.end();
  }

  private async seal(youngMs: number, listener: CheckpointListener): Promise<void> {
    const { file } = this.sealing;
    const told = await file?.last();
    if (told && !(await this.holds(told))) listener.lost(told);
    const made = await this.make(youngMs);
    const anchors = made.map((checkpoint) => anchorOf(this.database.connections.service, checkpoint));
    for (const anchor of anchors) listener.told(anchor);
    if (anchors.length > 0) await file?.add(anchors);
  }

  private async holds({ seq, hash }: Anchor): Promise<boolean> {
    return (await this.database.one(auditCheckpoints, 'WHERE `seq` = ?', [seq]))?.hash === hash;
  }

  /** Makes what is due; none when nothing moved, or when another process was faster. */
  async make(youngMs = 0): Promise<AuditCheckpoint[]> {
    const last = await this.database.one(auditCheckpoints, 'ORDER BY `seq` DESC LIMIT 1');
    const now = await this.database.now();
    if (last && now.getTime() - last.at.getTime() < youngMs) return [];
    const leaves = await this.moved(new Date((last?.at.getTime() ?? LOOK_BACK_MS) - LOOK_BACK_MS));
    const made: AuditCheckpoint[] = [];
    for (let from = 0, before = last; from < leaves.length; from += MOST_HEADS) {
      before = this.signed(await sealed(leaves.slice(from, from + MOST_HEADS), now, before));
      made.push(before);
    }
    return (await this.store(made)) ? made : [];
  }

  /** Heads that moved since then and are not sealed as they stand. */
  private async moved(since: Date): Promise<Leaf[]> {
    const sealedHeads = new Map<string, number>();
    const recent = await this.database.rows(auditCheckpoints, 'WHERE `at` >= ? ORDER BY `seq`', [sqlTime(since)]);
    for (const { heads } of recent) for (const [subject, seq] of heads) sealedHeads.set(subject, seq);
    const rows = await this.database.query<{ subject: string; seq: number | string; hash: string }>(
      'SELECT entry.`subject`, entry.`seq`, entry.`hash` FROM (SELECT `subject`, MAX(`seq`) AS `seq` FROM `audit_entry` ' +
        'WHERE `at` >= ? GROUP BY `subject`) head JOIN `audit_entry` entry ' +
        'ON entry.`subject` = head.`subject` AND entry.`seq` = head.`seq` ORDER BY entry.`subject`',
      [sqlTime(since)],
    );
    return rows
      .map(({ subject, seq, hash }): Leaf => [subject, Number(seq), hash])
      .filter(([subject, seq]) => (sealedHeads.get(subject) ?? 0) < seq);
  }

  private signed(checkpoint: AuditCheckpoint): AuditCheckpoint {
    const signature = this.sealing.keys?.sign(this.database.connections.service, checkpoint);
    return signature === undefined ? checkpoint : { ...checkpoint, signature };
  }

  private async store(made: readonly AuditCheckpoint[]): Promise<boolean> {
    if (made.length === 0) return false;
    try {
      await this.database.write(() => this.database.insert(auditCheckpoints, made));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}

async function sealed(
  leaves: readonly Leaf[],
  at: Date,
  before: AuditCheckpoint | undefined,
): Promise<AuditCheckpoint> {
  const checkpoint = {
    seq: (before?.seq ?? 0) + 1,
    at,
    heads: leaves.map(([subject, seq]): [string, number] => [subject, seq]),
    root: await merkleRoot(leaves),
    prevHash: before?.hash ?? GENESIS,
  };
  return { ...checkpoint, hash: hashOfCheckpoint(checkpoint) };
}
