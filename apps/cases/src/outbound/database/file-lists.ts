import { Injectable } from '@nestjs/common';
import { Database, fromSqlTime, placeholders } from '#persistence';
import type { Scope } from '../../domain/incident-file/access.js';
import { conditionsOf, type Condition, type FileFilter, type OpenScope } from './file-conditions.js';
import { behind, keysSql, rangesOf, type FileKey, type Range } from './file-ranges.js';
import { incidentFiles, type IncidentFileRow } from './incident-file.tables.js';

/** Some files of a list, and the place behind which the rest begins; without `next` there is none. */
export interface FilePage {
  readonly rows: readonly IncidentFileRow[];
  readonly next?: FileKey;
}

/** Files that one step looks at for those that a filter wants. */
const STEP = 200;
/** Files that a page looks at before it ends short of its limit: history must not decide how long a read takes. */
const MOST_LOOKED_AT = 2_000;

/** Lists of files, newest first. What a page costs does not depend on how many files there are. */
@Injectable()
export class FileLists {
  constructor(private readonly database: Database) {}

  /**
   * One page behind `after`. Where a filter wants few of the files that its index holds, the page ends after so many that
   * were looked at ({@link MOST_LOOKED_AT}), with fewer rows than its limit or none, and `next` says where to go on.
   */
  async page(scope: Scope, filter: FileFilter, limit: number, after?: FileKey): Promise<FilePage> {
    if (scope.kind === 'none' || filter.states?.length === 0) return { rows: [] };
    const wanted = conditionsOf(scope, filter);
    if (!filter.ids) return this.search(scope, filter, wanted, limit, after);
    return cut(await this.read(filter.ids, after ? [...wanted, behind(after)] : wanted), limit);
  }

  private async search(
    scope: OpenScope,
    filter: FileFilter,
    wanted: readonly Condition[],
    limit: number,
    after?: FileKey,
  ): Promise<FilePage> {
    const ranges = rangesOf(scope, filter);
    const rows: IncidentFileRow[] = [];
    let place = after;
    for (let looked = 0; looked < MOST_LOOKED_AT;) {
      const step = looked === 0 ? limit + 1 : STEP;
      const keys = await this.keys(ranges, step, place);
      const ids = keys.map(({ id }) => id);
      rows.push(...(await this.read(ids, wanted)));
      if (rows.length > limit || keys.length < step) return cut(rows, limit);
      looked += keys.length;
      place = keys.at(-1);
    }
    return { rows, ...(place && { next: place }) };
  }

  private async keys(ranges: readonly Range[], limit: number, after?: FileKey): Promise<FileKey[]> {
    if (ranges.length === 0) return [];
    const { sql, params } = keysSql(ranges, limit, after);
    const found = await this.database.query<{ id: string; received_at: string }>(sql, params);
    return found.map(({ id, received_at }) => ({ id, receivedAt: fromSqlTime(received_at) }));
  }

  private read(ids: readonly string[], conditions: readonly Condition[]): Promise<IncidentFileRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const all: Condition[] = [[`\`id\` IN (${placeholders(ids.length)})`, ids], ...conditions];
    return this.database.rows(
      incidentFiles,
      `f WHERE ${all.map(([sql]) => `(${sql})`).join(' AND ')} ORDER BY \`received_at\` DESC, \`id\` DESC`,
      all.flatMap(([, params]) => params),
    );
  }
}

function cut(rows: readonly IncidentFileRow[], limit: number): FilePage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, ...(rows.length > limit && last && { next: { receivedAt: last.receivedAt, id: last.id } }) };
}
