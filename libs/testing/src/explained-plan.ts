import type { Database, SqlParam } from '#persistence';

/** How a database reads one table of a statement. */
export interface TableRead {
  /** Name of the table, or its alias in the statement. */
  readonly table: string;
  /** The index it is read by, `PRIMARY` for rows in the order of their key; absent where none is used. */
  readonly index?: string;
  /** Everything is looked at, be it in the table or in an index: the cost grows with all that was ever written. */
  readonly scanned: boolean;
}

/** What a database will do for a statement. */
export interface ExplainedPlan {
  readonly reads: readonly TableRead[];
  /** Rows are sorted after they were found, instead of being found in order. */
  readonly sorted: boolean;
}

/** Asks the database how it will read the tables of a SELECT. Planners judge by what is there: fill the tables first. */
export async function explainedPlan(
  database: Database,
  sql: string,
  params: readonly SqlParam[] = [],
): Promise<ExplainedPlan> {
  const { kind } = await database.version();
  return kind === 'sqlite'
    ? fromSqlite(await database.query<SqliteStep>(`EXPLAIN QUERY PLAN ${sql}`, params), database.connections.service)
    : fromMysql(await database.query<MysqlStep>(`EXPLAIN ${sql}`, params));
}

/** E.g. `SEARCH assignment USING COVERING INDEX uq_assignment (unit_id=? AND unit_slot>?)`. */
interface SqliteStep {
  readonly detail: string;
}

const SQLITE_READ = /^(SCAN|SEARCH) (\S+)(?: USING (?:(?:COVERING )?INDEX (\S+)|((?:INTEGER )?PRIMARY KEY)))?/;

/** Names in a file that services share begin with the service's own. */
function fromSqlite(steps: readonly SqliteStep[], service: string): ExplainedPlan {
  const own = (name: string) => name.replace(`${service}_`, '');
  const reads = steps.flatMap(({ detail }): TableRead[] => {
    const [, how, table = '', index, primary] = SQLITE_READ.exec(detail) ?? [];
    if (how === undefined) return [];
    const used = (primary && 'PRIMARY') ?? (index && own(index));
    return [{ table: own(table), ...(used !== undefined && { index: used }), scanned: how === 'SCAN' }];
  });
  return { reads, sorted: steps.some(({ detail }) => detail.includes('USE TEMP B-TREE')) };
}

interface MysqlStep {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly Extra: string | null;
}

function fromMysql(steps: readonly MysqlStep[]): ExplainedPlan {
  const reads = steps.flatMap(({ table, type, key }): TableRead[] =>
    table === null ? [] : [{ table, ...(key !== null && { index: key }), scanned: type === 'ALL' || type === 'index' }],
  );
  return { reads, sorted: steps.some(({ Extra }) => Extra?.includes('Using filesort') ?? false) };
}
