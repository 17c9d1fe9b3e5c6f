import { Injectable } from '@nestjs/common';
import { defineRefusal } from '#domain-kit';
import { hasRole, type Caller } from '#platform';
import type { ReportRow } from '../outbound/database/intake.tables.js';
import { Reports } from '../outbound/database/reports.js';
import { CALL_BACK, seesAll } from './reader.js';

/** 404: there is no such report, or it is somebody else's. */
export const reportNotFound = defineRefusal({
  code: 'report.not-found',
  kind: 'not-found',
  zh: '没有这份报警记录',
  en: 'There is no such report',
});

/** Reads one report; enterprises and machines only their own, and a telephone only who filed it or may have to call. */
@Injectable()
export class ReadReport {
  constructor(private readonly reports: Reports) {}

  async run(id: string, caller: Caller): Promise<ReportRow> {
    const report = await this.reports.find(id);
    if (!report || !(seesAll(caller) || report.filedBy === caller.accountId)) throw reportNotFound();
    if (report.filedBy === caller.accountId || hasRole(caller, ...CALL_BACK)) return report;
    return { ...report, reporter: { ...report.reporter, phone: '' } };
  }
}
