import type { Database } from '../database.js';
import { isDuplicateKey } from '../dialect.js';
import { newId } from '../ids.js';
import { LostRace } from '../unit-of-work.js';
import { currentActor, type Actor } from './actor.js';
import { GENESIS, hashOfEntry } from './audit-hash.js';
import { AuditHeads, type Head } from './audit-heads.js';
import { auditEntries, type AuditDetail, type AuditEntry } from './audit-tables.js';

/** Entries per INSERT; they are small. */
const ROWS_PER_INSERT = 1000;
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
  /** Code of the refusal. */
  readonly outcome?: string;
  /** SHA-256 of the event's payload as it is written down. */
  readonly payload?: string;
  readonly detail?: AuditDetail;
  /** Default: now. */
  readonly at?: Date;
  /** The subject comes into being with this act, so that nobody need look for an earlier entry. */
  readonly opens?: boolean;
}

/** Something that changes nothing, by whoever acts now or did when it was noticed. */
export type FactApart = Omit<AuditFact, 'subject' | 'opens'> & { readonly by?: Actor };

interface Pending extends AuditFact {
  /** Nobody else writes this chain. */
  readonly own?: boolean;
  readonly actor: Actor;
  readonly at: Date;
}

const trails = new WeakMap<Database, AuditTrail>();

/** Writes what happened to the audit chains of a service, with the transaction that makes it happen. */
export class AuditTrail {
  private readonly heads: AuditHeads;
  /** Hears of entries once they are durable; must not throw. */
  listener: ((entries: readonly AuditEntry[]) => void) | undefined;

  private constructor(private readonly database: Database) {
    this.heads = new AuditHeads(database);
  }

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
  recordApart(kind: string, { by = currentActor(), ...fact }: FactApart): void {
    this.add({
      ...fact,
      subject: `${kind}:${PROCESS}`,
      actor: by,
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
    const firsts = chains.flatMap(([first]) => first ?? []);
    const heads = await this.heads.of(firsts);
    const rows = chains.flatMap((chain) => chained(chain, heads));
    try {
      await this.database.insert(auditEntries, rows, ROWS_PER_INSERT);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      this.heads.distrust(rows.map(({ subject }) => subject));
      throw new LostRace('audit chain');
    }
    this.heads.keep(firsts, heads);
    this.database.unit.afterCommit(() => this.listener?.(rows));
  }
}

/** The entries that follow the head of a chain; the head moves on to the last of them. */
function chained(facts: readonly Pending[], heads: Map<string, Head>): AuditEntry[] {
  return facts.map((fact) => {
    const { subject } = fact;
    const { seq, hash: prevHash } = heads.get(subject) ?? { seq: 0, hash: GENESIS };
    const entry = { ...said(fact), seq: seq + 1, prevHash };
    const hash = hashOfEntry(entry);
    heads.set(subject, { seq: entry.seq, hash });
    return { ...entry, hash };
  });
}

/** What an entry says by itself. */
function said({ subject, act, object, success = true, outcome, payload, detail, actor, at }: Pending) {
  const { name, session, address } = actor;
  return {
    ...{ subject, at, actor: name, act, object, success },
    ...(payload !== undefined && { payload }),
    ...(session !== undefined && { session }),
    ...(address !== undefined && { address: address.slice(0, 64) }),
    ...(outcome !== undefined && { outcome }),
    ...(detail && { detail: JSON.stringify(detail) }),
  };
}
