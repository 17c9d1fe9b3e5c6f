import type { Database } from '../database.js';
import { isDuplicateKey } from '../dialect.js';
import { every, type Repeating } from '../every.js';
import { sqlTime } from '../table.js';
import { GENESIS, hashOfCheckpoint, merkleRoot, type Leaf } from './audit-hash.js';
import { auditCheckpoints, type AuditCheckpoint } from './audit-tables.js';

const EVERY_MS = 60_000;
/** A checkpoint this young is another process's of the same minute. */
const YOUNG_MS = 50_000;
/** Entries may be committed later than their time says, and clocks differ: each checkpoint looks back this far. */
const LOOK_BACK_MS = 30_000;
/** Heads per checkpoint; more of them become several checkpoints. */
const MOST_HEADS = 50_000;

/** Seals the chains once a minute. Every process of a service runs one; the key of the table lets one of them win. */
export class AuditCheckpoints {
  private sealing: Repeating | undefined;
  private last: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly database: Database) {}

  /** `tell` hears of every checkpoint made here: kept outside the database, it shows that nobody replaced the chains. */
  start(tell: (checkpoint: AuditCheckpoint) => void, report: (error: unknown) => void): void {
    const seal = async (youngMs: number) => (await this.make(youngMs)).forEach(tell);
    this.sealing = every(EVERY_MS, () => seal(YOUNG_MS), { report, keepsAlive: false });
    this.last = () => seal(0).catch(report);
  }

  /** Makes a last checkpoint, so that nothing is left unsealed. */
  async stop(): Promise<void> {
    await this.sealing?.stop();
    await this.last();
  }

  /** Makes what is due; none when nothing moved, or when another process was faster. */
  async make(youngMs = 0): Promise<AuditCheckpoint[]> {
    const last = await this.database.one(auditCheckpoints, 'ORDER BY `seq` DESC LIMIT 1');
    const now = await this.database.now();
    if (last && now.getTime() - last.at.getTime() < youngMs) return [];
    const leaves = await this.moved(new Date((last?.at.getTime() ?? LOOK_BACK_MS) - LOOK_BACK_MS));
    const made: AuditCheckpoint[] = [];
    for (let from = 0, before = last; from < leaves.length; from += MOST_HEADS) {
      before = await sealed(leaves.slice(from, from + MOST_HEADS), now, before);
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
