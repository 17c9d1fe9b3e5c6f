import { Injectable } from '@nestjs/common';
import { foldForSearch, normalUscc } from '#domain-kit';
import { Aggregates, Database, placeholders, type SqlParam } from '#persistence';
import { decodeCursor, type PageQuery } from '#platform';
import { DirectoryCache } from './directory-cache.js';
import { enterpriseTable, type EnterpriseRow } from './enterprise.table.js';
import { Sequences } from './sequences.js';

/** The enterprise directory: rows to change, and a copy in memory for the hot path. */
@Injectable()
export class Enterprises extends Aggregates<EnterpriseRow> {
  private readonly cache: DirectoryCache<EnterpriseRow>;

  constructor(
    private readonly db: Database,
    sequences: Sequences,
  ) {
    super(db, enterpriseTable);
    this.cache = new DirectoryCache(db, sequences, enterpriseTable, ({ id }) => id);
  }

  /** An enterprise from memory; one that this process has not heard of is looked up. */
  async known(id: string): Promise<EnterpriseRow | undefined> {
    return (await this.cache.all()).get(id) ?? this.find(id);
  }

  /** Puts a row that is about to be written into the order of directory changes. */
  async revise(row: EnterpriseRow): Promise<void> {
    row.revision = await this.nextRevision();
  }

  /** The next place in the order of directory changes; rows of one transaction may share it. */
  nextRevision(): Promise<number> {
    return this.cache.nextRevision();
  }

  /** Entries in the order of ids, after one of them. */
  after(id: string, most: number): Promise<EnterpriseRow[]> {
    return this.db.rows(enterpriseTable, 'WHERE `id` > ? ORDER BY `id` LIMIT ?', [id, most]);
  }

  /** Ids of the enterprises that hold some of these credit codes. */
  async idsByUscc(codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await this.db.query<{ id: string; uscc: string }>(
      `SELECT \`id\`, \`uscc\` FROM \`enterprise\` WHERE \`uscc\` IN (${placeholders(codes.length)})`,
      codes,
    );
    return new Map(rows.map(({ id, uscc }) => [uscc, id]));
  }

  /** The enterprise that holds a unified social credit code. */
  byUscc(uscc: string): Promise<EnterpriseRow | undefined> {
    return this.db.one(enterpriseTable, 'WHERE `uscc` = ?', [uscc]);
  }

  /** One page (and one row more) in the order of ids; `search` finds part of a name or a whole code, written in any way. */
  page(query: PageQuery, search?: string): Promise<EnterpriseRow[]> {
    const [after] = decodeCursor(query.after, 1) ?? [''];
    const params: SqlParam[] = [String(after)];
    let matching = '';
    if (search !== undefined) {
      matching = "AND (`sought_name` LIKE ? ESCAPE '!' OR `uscc` = ?) ";
      params.push(`%${foldForSearch(search).replace(/[!%_]/g, '!$&')}%`, normalUscc(search));
    }
    return this.db.rows(enterpriseTable, `WHERE \`id\` > ? ${matching}ORDER BY \`id\` LIMIT ?`, [
      ...params,
      query.limit + 1,
    ]);
  }
}
