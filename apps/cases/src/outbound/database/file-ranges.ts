import { sqlTime, type SqlParam } from '#persistence';
import { hasEnded } from '../../domain/incident-file/incident-states.js';
import type { Condition, FileFilter, OpenScope } from './file-conditions.js';

/** The place of a file in a list, newest first. */
export interface FileKey {
  readonly receivedAt: Date;
  readonly id: string;
}

/** Files in the order of one index. */
export interface Range {
  readonly table: 'incident_file' | 'unit_file';
  readonly id: 'id' | 'incident_id';
  readonly where: readonly Condition[];
}

const files = (...where: readonly Condition[]): Range => ({ table: 'incident_file', id: 'id', where });

/** The indices that a list is read by: together they hold every file that the scope lets through and the filter may want. */
export function rangesOf(scope: OpenScope, filter: FileFilter): Range[] {
  // Few ring at a time, whosoever they are.
  if (filter.ringsFor) return filter.ringsFor.map((wait) => files(['`rings_for` = ?', [wait]]));
  switch (scope.kind) {
    case 'all':
      return rangesOfAll(filter);
    case 'unit':
      return [
        ...rangesOfUnit(scope.unitId),
        ...(scope.economicCases ? [files(['`case_kind` = ?', ['economic']])] : []),
      ];
    case 'enterprise':
      return [files(['`enterprise_id` = ?', [scope.enterpriseId]])];
    case 'reporter':
      return [files(['`reporter_account_id` = ?', [scope.accountId]])];
  }
}

function rangesOfAll({ states, enterpriseId }: FileFilter): Range[] {
  const byState = states?.map((state) => files(['`state` = ?', [state]]));
  // What is open is little, however much there was.
  if (byState && !states?.some(hasEnded)) return byState;
  return enterpriseId === undefined ? (byState ?? [files()]) : [files(['`enterprise_id` = ?', [enterpriseId]])];
}

function rangesOfUnit(unitId: string | undefined): Range[] {
  if (unitId === undefined) return [];
  return [
    files(['`lead_unit_id` = ?', [unitId]]),
    { table: 'unit_file', id: 'incident_id', where: [['`unit_id` = ?', [unitId]]] },
  ];
}

/** The ids of the first files of some ranges, each once, newest first, with their times. */
export function keysSql(
  ranges: readonly Range[],
  limit: number,
  after?: FileKey,
): { sql: string; params: readonly SqlParam[] } {
  const parts = ranges.map((range) => partSql(range, limit, after));
  const params = parts.flatMap((part) => part.params);
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const all = parts.map(({ sql }, at) => `SELECT * FROM (${sql}) p${at}`).join(' UNION ');
  return { sql: `${all} ORDER BY \`received_at\` DESC, \`id\` DESC LIMIT ${limit}`, params };
}

function partSql({ table, id, where }: Range, limit: number, after?: FileKey) {
  const all = [...where, ...(after ? [behind(after, id)] : [])];
  const condition = all.length > 0 ? `WHERE ${all.map(([sql]) => `(${sql})`).join(' AND ')} ` : '';
  return {
    sql:
      `SELECT \`${id}\` AS \`id\`, \`received_at\` FROM \`${table}\` ${condition}` +
      `ORDER BY \`received_at\` DESC, \`${id}\` DESC LIMIT ${limit}`,
    params: all.flatMap(([, params]) => params),
  };
}

/** Files behind a place; written so that an index begins right there. */
export function behind({ receivedAt, id }: FileKey, name: Range['id'] = 'id'): Condition {
  const at = sqlTime(receivedAt);
  return [`\`received_at\` <= ? AND (\`received_at\` < ? OR \`${name}\` < ?)`, [at, at, id]];
}
