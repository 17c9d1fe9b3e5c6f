import type { Database } from '../database.js';
import { placeholders } from '../inserts.js';
import { isDuplicateKey } from '../dialect.js';
import { newId } from '../ids.js';
import { LostRace } from '../unit-of-work.js';
import { currentActor } from './actor.js';
import { GENESIS, hashOfEntry } from './audit-hash.js';
import { auditEntries, type AuditEntry } from './audit-tables.js';

/** Entries per INSERT; they are small. */
const ROWS_PER_INSERT = 1000;
const SUBJECTS_PER_READ = 500;
/** Names the chains that only this process writes; they begin with it. */
const PROCESS = newId();

/** Something to be written down. */
export interface AuditFact {
  readonly subject: string;
  readonly act: string;
  /** Ids only; no name, telephone or text that somebody typed. */
  readonly object: string;
  /** Default true. */
  readonly success?: boolean;
  /** Default: now. */
  readonly at?: Date;
  /** The subject comes into being with this act, so that nobody need look for an earlier entry. */
  readonly opens?: boolean;
}

interface Pending extends AuditFact {
  /** Nobody else writes this chain. */
  readonly own?: boolean;
  readonly actor: string;
  readonly at: Date;
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

const trails = new WeakMap<Database, AuditTrail>();

/** Writes what happened to the audit chains of a service, with the transaction that makes it happen. */
export class AuditTrail {
  /** Heads of this process's own chains. */
  private readonly own = new Map<string, Head>();
  /** Subjects that were believed to be new and are not. */
  private readonly mistaken = new Set<string>();

  private constructor(private readonly database: Database) {}

  /** The one trail of a database. */
  static of(database: Database): AuditTrail {
    let trail = trails.get(database);
    if (!trail) {
      trail = new AuditTrail(database);
      trails.set(database, trail);
    }
    return trail;
  }

  /** Adds an entry to the open unit of work, ascribed to whoever acts now; written together, last of all. */
  record(fact: AuditFact): void {
    this.add({ ...fact, actor: currentActor(), at: fact.at ?? new Date() });
  }

  /**
   * Adds an entry about something that changes nothing (a read, a refusal) to a chain of this process's own: nobody
   * competes for its end, and nobody need look for it.
   */
  recordApart(kind: string, fact: Omit<AuditFact, 'subject' | 'opens'>): void {
    this.add({
      ...fact,
      subject: `${kind}:${PROCESS}`,
      actor: currentActor(),
      at: fact.at ?? new Date(),
      opens: true,
      own: true,
    });
  }

  private add(pending: Pending): void {
    this.database.unit.collect(auditEntries, 'audit', (facts: Pending[]) => this.write(facts), [pending]);
  }

  private async write(facts: readonly Pending[]): Promise<void> {
    const bySubject = new Map<string, Pending[]>();
    for (const fact of facts) {
      const same = bySubject.get(fact.subject);
      if (same) same.push(fact);
      else bySubject.set(fact.subject, [fact]);
    }
    const chains = [...bySubject.values()].sort(([a], [b]) => ((a?.subject ?? '') < (b?.subject ?? '') ? -1 : 1));
    const heads = await this.headsOf(chains);
    const rows = chains.flatMap((chain) => chained(chain, heads));
    try {
      await this.database.insert(auditEntries, rows, ROWS_PER_INSERT);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      for (const { subject } of rows) {
        this.own.delete(subject);
        this.mistaken.add(subject);
      }
      throw new LostRace('audit chain');
    }
    this.keep(chains, heads);
  }

  /** Heads by subject: of this unit of work, from memory, else from the table, in one read. */
  private async headsOf(chains: readonly (readonly Pending[])[]): Promise<Map<string, Head>> {
    const heads = this.database.unit.local(this, () => new Map<string, Head>());
    const wanted: string[] = [];
    for (const [first] of chains) {
      if (!first || heads.has(first.subject)) continue;
      const known = this.own.get(first.subject);
      if (known) heads.set(first.subject, known);
      else if (!first.opens || this.mistaken.has(first.subject)) wanted.push(first.subject);
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

  private keep(chains: readonly (readonly Pending[])[], heads: ReadonlyMap<string, Head>): void {
    const written = chains.flatMap(([first]) => (first ? [{ ...first, head: heads.get(first.subject) }] : []));
    this.database.unit.afterCommit(() => {
      for (const { subject, own, head } of written) {
        this.mistaken.delete(subject);
        if (own && head) this.own.set(subject, head);
      }
    });
  }
}

/** The entries that follow the head of a chain; the head moves on to the last of them. */
function chained(facts: readonly Pending[], heads: Map<string, Head>): AuditEntry[] {
  return facts.map(({ subject, act, object, success = true, actor, at }) => {
    const { seq, hash: prevHash } = heads.get(subject) ?? { seq: 0, hash: GENESIS };
    const entry = { subject, seq: seq + 1, at, actor, act, object, success, prevHash };
    const hash = hashOfEntry(entry);
    heads.set(subject, { seq: entry.seq, hash });
    return { ...entry, hash };
  });
}
