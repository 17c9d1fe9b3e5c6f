import { Injectable } from '@nestjs/common';
import { Database, idAt, type SqlParam } from '#persistence';
import { DAY, MINUTE } from '#domain-kit';
import type { Allowance, Quotas } from '../../domain/admission/quotas.js';

/** Whose load is asked for, and what it came to: reports of ten minutes and of a day, or incidents under way. */
export interface Counted {
  per10Minutes: number;
  perDay: number;
}

/** Sorts of load: reports of an account, reports that an enterprise sent itself, its incidents that are served on its own word. */
export type LoadOf = 'account' | 'enterprise' | 'incidents';

/** One count that is wanted: of which sort, and whose. */
export interface Wanted {
  readonly of: LoadOf;
  readonly id: string;
}

/** A SELECT with its parameters. */
interface Part {
  readonly sql: string;
  readonly params: readonly SqlParam[];
}

/**
 * How much accounts and enterprises have sent: looked up for all reports of a transaction at once, each count along an index
 * and no further than its limit.
 */
@Injectable()
export class ReportLoad {
  constructor(private readonly database: Database) {}

  /**
   * The counts that are wanted, in their order, up to `nowMs` (milliseconds since 1970), as far as `quotas` limit them. A
   * report counts by when its id was made: nobody states that.
   */
  async count(wanted: readonly Wanted[], quotas: Quotas, nowMs: number): Promise<Counted[]> {
    const counted = wanted.map((): Counted => ({ per10Minutes: 0, perDay: 0 }));
    const parts = wanted.flatMap((one, at) => partOf(one, at, quotas, nowMs) ?? []);
    if (parts.length === 0) return counted;
    const rows = await this.database.query<{ at: number; long: number; short: number | null }>(
      parts.map(({ sql }) => sql).join(' UNION ALL '),
      parts.flatMap(({ params }) => params),
    );
    for (const { at, long, short } of rows) {
      const count = counted[Number(at)];
      if (count) Object.assign(count, { perDay: Number(long), per10Minutes: Number(short ?? 0) });
    }
    return counted;
  }
}

const SENT_BY: Readonly<Record<Exclude<LoadOf, 'incidents'>, string>> = {
  account: '`filed_by` = ?',
  enterprise: "`enterprise_id` = ? AND `channel` = 'portal'",
};

/** The statement of one count; undefined where nothing limits it. */
function partOf({ of, id }: Wanted, at: number, quotas: Quotas, nowMs: number): Part | undefined {
  if (of !== 'incidents') return sentPart(SENT_BY[of], id, at, quotas[of], nowMs);
  if (quotas.incidents === 0) return undefined;
  const served = 'SELECT `id` FROM `incident` WHERE `served_for` = ? LIMIT ?';
  const sql = `SELECT ${at} AS \`at\`, COUNT(*) AS \`long\`, 0 AS \`short\` FROM (${served}) AS \`c\``;
  return { sql, params: [id, quotas.incidents] };
}

function sentPart(whose: string, id: string, at: number, allowed: Allowance, nowMs: number): Part | undefined {
  const most = Math.max(allowed.per10Minutes, allowed.perDay);
  if (most === 0) return undefined;
  const newest = `SELECT \`id\` FROM \`report\` WHERE ${whose} AND \`id\` >= ? ORDER BY \`id\` DESC LIMIT ?`;
  const short = 'SUM(CASE WHEN `c`.`id` >= ? THEN 1 ELSE 0 END)';
  return {
    sql: `SELECT ${at} AS \`at\`, COUNT(*) AS \`long\`, ${short} AS \`short\` FROM (${newest}) AS \`c\``,
    params: [idAt(nowMs - 10 * MINUTE), id, idAt(nowMs - DAY), most],
  };
}
