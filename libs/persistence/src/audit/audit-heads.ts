import type { Database } from '../database.js';
import { placeholders } from '../inserts.js';

const SUBJECTS_PER_READ = 500;

/** The last entry of a chain. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A chain that is written on, by the first fact that is new in it. */
interface Chain {
  readonly subject: string;
  /** Believed to have no entry yet. */
  readonly opens?: boolean;
  /** Nobody else writes it. */
  readonly own?: boolean;
}

/** Where the audit chains of a service end. */
export class AuditHeads {
  /** Heads of this process's own chains. */
  private readonly own = new Map<string, Head>();
  /** Subjects that were believed to be new and are not. */
  private readonly mistaken = new Set<string>();

  constructor(private readonly database: Database) {}

  /** Heads by subject: of this unit of work, from memory, else from the table, in one read. */
  async of(chains: readonly Chain[]): Promise<Map<string, Head>> {
    const heads = this.database.unit.local(this, () => new Map<string, Head>());
    const wanted: string[] = [];
    for (const { subject, opens } of chains) {
      if (heads.has(subject)) continue;
      const known = this.own.get(subject);
      if (known) heads.set(subject, known);
      else if (!opens || this.mistaken.has(subject)) wanted.push(subject);
    }
    for (let from = 0; from < wanted.length; from += SUBJECTS_PER_READ) {
      await this.read(wanted.slice(from, from + SUBJECTS_PER_READ), heads);
    }
    return heads;
  }

  /** The last entry of each chain, found from the first one by the key: the length of a chain does not matter. */
  private async read(subjects: readonly string[], heads: Map<string, Head>): Promise<void> {
    const rows = await this.database.query<{ subject: string; seq: number | string; hash: string }>(
      'SELECT last.`subject`, last.`seq`, last.`hash` FROM `audit_entry` opening JOIN `audit_entry` last ' +
        'ON last.`subject` = opening.`subject` AND last.`seq` = (SELECT found.`seq` FROM `audit_entry` found ' +
        'WHERE found.`subject` = opening.`subject` ORDER BY found.`seq` DESC LIMIT 1) ' +
        `WHERE opening.\`subject\` IN (${placeholders(subjects.length)}) AND opening.\`seq\` = 1`,
      subjects,
    );
    for (const { subject, seq, hash } of rows) heads.set(subject, { seq: Number(seq), hash });
  }

  /** Looks for these in the table from now on: somebody else wrote them. */
  distrust(subjects: readonly string[]): void {
    for (const subject of subjects) {
      this.own.delete(subject);
      this.mistaken.add(subject);
    }
  }

  /** Remembers, once the open unit of work is committed, where it left them. */
  keep(chains: readonly Chain[], heads: ReadonlyMap<string, Head>): void {
    const written = chains.map(({ subject, own }) => ({ subject, own, head: heads.get(subject) }));
    this.database.unit.afterCommit(() => {
      for (const { subject, own, head } of written) {
        this.mistaken.delete(subject);
        if (own && head) this.own.set(subject, head);
      }
    });
  }
}
