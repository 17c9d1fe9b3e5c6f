import { Injectable } from '@nestjs/common';
import { Refusal } from '#domain-kit';
import { Outbox } from '#messaging';
import { AuditTrail, Database } from '#persistence';
import { Clock, newId } from '#platform';
import { demandAll, rowTwice, sameInFile, type GivenRow, type Keep, type SheetStore, type Verdict } from '#sheets';
import { Enterprises } from '../outbound/database/enterprises.js';
import type { EnterpriseRow } from '../outbound/database/enterprise.table.js';
import { applyFields, emptyEnterprise, enterpriseChanged } from './enterprise-record.js';
import { usccTaken } from './enterprise.refusals.js';
import { enterpriseSheet, type EnterpriseLine } from './enterprise-sheet.js';

/** Entries read at a time. */
const PAGE = 1000;

/**
 * Enterprises from files, and into them. An entry is known by its id where the row has one, else by its credit code; one that is in
 * no row stays as it is.
 */
@Injectable()
export class ImportEnterprises implements SheetStore<EnterpriseLine> {
  readonly sheet = enterpriseSheet;

  constructor(
    private readonly database: Database,
    private readonly enterprises: Enterprises,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  put(rows: readonly GivenRow<EnterpriseLine>[], keep: Keep): Promise<Verdict[]> {
    return this.database.write(async () => {
      const stored = await this.stored(rows);
      const made = rows.map((row) => this.judge(row, stored));
      const verdicts = made.map(({ verdict }) => verdict);
      demandAll(keep, verdicts);
      const written = made.flatMap(({ entry }) => entry ?? []);
      if (keep !== 'none' && written.length > 0) await this.keep(written, stored);
      return verdicts;
    });
  }

  async *pages(): AsyncIterable<readonly EnterpriseLine[]> {
    const read = { subject: 'directory', act: 'enterprise.exported', object: 'all' };
    await this.database.write(() => Promise.resolve(AuditTrail.of(this.database).record(read)));
    for (let after = '', more = true; more;) {
      const page = await this.enterprises.after(after, PAGE);
      more = page.length === PAGE;
      after = page.at(-1)?.id ?? after;
      yield page.map(lineOf);
    }
  }

  private async stored(rows: readonly GivenRow<EnterpriseLine>[]): Promise<Stored> {
    const codes = rows.flatMap(({ values: { uscc } }) => uscc ?? []);
    const holders = await this.enterprises.idsByUscc(codes);
    const ids = rows.flatMap(({ values: { id } }) => id ?? []);
    const entries = await this.enterprises.findMany([...new Set([...ids, ...holders.values()])]);
    return { holders, entries: new Map(entries.map((entry) => [entry.id, entry])), rowOf: new Map() };
  }

  private judge({ row, values }: GivenRow<EnterpriseLine>, stored: Stored): Judged {
    try {
      const id = idOf(values, stored);
      const other = stored.rowOf.get(id);
      if (other !== undefined) throw rowTwice({ row: other }, '/uscc');
      stored.rowOf.set(id, row);
      return this.compared(id, values, stored.entries.get(id));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { verdict: { outcome: 'refused', refusal } };
    }
  }

  private compared(id: string, values: Partial<EnterpriseLine>, before: EnterpriseRow | undefined): Judged {
    const now = this.clock.now();
    const entry = merged(before ?? emptyEnterprise(id, now), values, now);
    if (!before) return { verdict: { outcome: 'created' }, entry };
    if (sameInFile(enterpriseSheet, lineOf(before), lineOf(entry))) return { verdict: { outcome: 'unchanged' } };
    return { verdict: { outcome: 'changed' }, entry };
  }

  private async keep(written: readonly EnterpriseRow[], { entries }: Stored): Promise<void> {
    const revision = await this.enterprises.nextRevision();
    for (const entry of written) {
      const before = entries.get(entry.id);
      const row = Object.assign(before ?? entry, entry, { revision });
      this.outbox.publish(row, enterpriseChanged(row));
      if (before) this.enterprises.save(row);
      else this.enterprises.add(row);
    }
  }
}

/** What rows of a file are compared with: entries by id, who holds a code, and which row was about an entry. */
interface Stored {
  readonly holders: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, EnterpriseRow>;
  readonly rowOf: Map<string, number>;
}

/** What becomes of a row, and the entry it makes. */
interface Judged {
  readonly verdict: Verdict;
  readonly entry?: EnterpriseRow;
}

/** The entry that a row is about. Throws 409 where its code belongs to another one. */
function idOf({ id, uscc }: Partial<EnterpriseLine>, { holders }: Stored): string {
  const holder = uscc === undefined ? undefined : holders.get(uscc);
  if (id !== undefined && holder !== undefined && holder !== id) throw usccTaken();
  return id ?? holder ?? newId();
}

/** An entry with what a row says, apart from the one that was read. */
function merged(before: EnterpriseRow, values: Partial<EnterpriseLine>, now: Date): EnterpriseRow {
  const { id: _id, longitude, latitude, tags = [], contacts = [], ...fields } = values;
  const entry = cleared(before, values);
  const whole = longitude !== undefined && latitude !== undefined;
  applyFields(
    entry,
    {
      ...(before.uscc === values.uscc && { usccOverride: before.usccOverride }),
      ...fields,
      ...('tags' in values && { tags }),
      ...('contacts' in values && { contacts }),
      ...(whole && { position: { longitude, latitude } }),
    },
    now,
  );
  return entry;
}

/** An entry without what an empty cell takes away, and without what its row states anew. */
function cleared(before: EnterpriseRow, values: Partial<EnterpriseLine>): EnterpriseRow {
  const entry = { ...before };
  for (const field of ['uscc', 'address', 'liaison'] as const) {
    if (field in values && values[field] === undefined) entry[field] = undefined;
  }
  if (entry.uscc === undefined) entry.usccOverride = undefined;
  if ('longitude' in values) entry.position = undefined;
  return entry;
}

const lineOf = ({ position, contacts, ...entry }: EnterpriseRow): EnterpriseLine => ({
  ...entry,
  contacts,
  ...position,
});
