import { Injectable } from '@nestjs/common';
import { addMs, DAY, defineRefusal } from '#domain-kit';
import { auditEntries, Database, sqlTime, sqlTimeOf, type AuditEntry, type SqlParam } from '#persistence';
import { Clock } from '../clock.js';
import { decodeCursor, type CursorValue } from '../paging/page.js';
import type { AuditEntryQuery } from './audit-entry.dto.js';

/** Days of a trail that are looked through at a time: what is rare is looked for in all of them. */
const MOST_DAYS = 31;

/** 400: more of the trail is asked for than is looked through at a time. */
export const auditWindowTooLong = defineRefusal({
  code: 'audit.window-too-long',
  kind: 'invalid',
  zh: '一次最多查询 31 天的审计记录，且开始时间须早于结束时间',
  en: 'At most 31 days of the trail are read at a time, from the earlier moment to the later one',
  pointer: '/query/from',
});

/** Reads the audit trail of a service. */
@Injectable()
export class AuditEntries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page (and one row more), newest first. Throws 400 `audit.window-too-long`. */
  page(query: AuditEntryQuery): Promise<AuditEntry[]> {
    const to = query.to === undefined ? this.clock.now() : new Date(query.to);
    const from = query.from === undefined ? addMs(to, -DAY) : new Date(query.from);
    if (from > to || to.getTime() - from.getTime() > MOST_DAYS * DAY) throw auditWindowTooLong();
    const where = ['`at` >= ?', '`at` < ?'];
    const params: SqlParam[] = [sqlTime(from), sqlTime(to)];
    const narrow = (condition: string, ...values: (SqlParam | undefined)[]) => {
      if (values.some((value) => value === undefined)) return;
      where.push(condition);
      params.push(...(values as SqlParam[]));
    };
    narrow('`actor` = ?', query.actor);
    narrow('`act` = ?', query.act);
    narrow('`subject` = ?', query.subject);
    narrow('`success` = ?', query.refused ? 0 : undefined);
    const [at, subject, seq] = decodeCursor(query.after, 3) ?? [];
    const time = at === undefined ? undefined : sqlTimeOf(String(at));
    narrow(
      '(`at` < ? OR (`at` = ? AND (`subject` < ? OR (`subject` = ? AND `seq` < ?))))',
      time,
      time,
      subject,
      subject,
      seq,
    );
    return this.database.rows(
      auditEntries,
      `WHERE ${where.join(' AND ')} ORDER BY \`at\` DESC, \`subject\` DESC, \`seq\` DESC LIMIT ?`,
      [...params, query.limit + 1],
    );
  }
}

/** Sort key of an entry in the list: the cursor of its page. */
export const auditEntryKey = ({ at, subject, seq }: AuditEntry): CursorValue[] => [sqlTime(at), subject, seq];
