import { Injectable } from '@nestjs/common';
import type { HoldFact } from '#contracts';
import { capturedContext, Database, madeAt } from '#persistence';
import { holdReason, type Quotas } from '../domain/admission/quotas.js';
import { IntakeConfig } from '../intake.config.js';
import { ReportLoad, type Counted, type LoadOf, type Wanted } from '../outbound/database/report-load.js';
import type { AdmittedReport } from './admitted-report.js';

/** A report, and what happens once it is known whether it is held. */
interface Asked {
  readonly report: AdmittedReport;
  readonly use: (hold: HoldFact | undefined) => void | Promise<void>;
}

const NOTHING: Counted = { per10Minutes: 0, perDay: 0 };

/**
 * Decides which reports of enterprises wait for a call taker: those beyond what an account or an enterprise may set in motion
 * on its own word. None is refused for it, and those of operators and machines are never held.
 */
@Injectable()
export class HoldReport {
  constructor(
    private readonly database: Database,
    private readonly load: ReportLoad,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * `use` is told before the transaction ends. One read serves all who ask in a unit of work, after the numbers of their
   * reports were drawn: the counters that are locked then make processes count one after the other.
   */
  decide(report: AdmittedReport, use: Asked['use']): void {
    const inCallersContext = capturedContext();
    const asked: Asked = { report, use: (hold) => inCallersContext(() => use(hold)) };
    this.database.unit.collect(this, 'state', (all: Asked[]) => this.answer(all), [asked]);
  }

  private async answer(asked: readonly Asked[]): Promise<void> {
    // What this unit of work counted itself is not in the tables yet.
    const counts = this.database.unit.local('report load', () => new Map<string, Counted>());
    await this.learn(counts, asked.filter(({ report }) => report.limited).map(({ report }) => report)); // prettier-ignore
    for (const { report, use } of asked) await use(report.limited ? this.judge(counts, report) : undefined);
  }

  private async learn(counts: Map<string, Counted>, reports: readonly AdmittedReport[]): Promise<void> {
    const wanted = new Map(reports.flatMap(wantedOf).map((one) => [keyOf(one), one]));
    const fresh = [...wanted].filter(([key]) => !counts.has(key));
    if (fresh.length === 0) return;
    const nowMs = Math.max(...reports.map(({ reportId }) => madeAt(reportId)));
    const counted = await this.load.count(fresh.map(([, one]) => one), this.quotas, nowMs); // prettier-ignore
    for (const [at, [key]] of fresh.entries()) counts.set(key, counted[at] ?? NOTHING);
  }

  private judge(counts: Map<string, Counted>, report: AdmittedReport): HoldFact | undefined {
    const { filedBy, enterprise, relatesTo, recordedAt } = report;
    const of = (sort: LoadOf, id = enterprise?.id) => (id === undefined ? NOTHING : counts.get(`${sort} ${id}`)) ?? NOTHING; // prettier-ignore
    const opens = relatesTo === undefined;
    const load = { account: of('account', filedBy), enterprise: of('enterprise'), incidents: of('incidents').perDay };
    const reason = holdReason(load, this.quotas, opens);
    for (const one of wantedOf(report)) {
      if (one.of === 'incidents' && (!opens || reason !== undefined)) continue;
      const { per10Minutes, perDay } = of(one.of, one.id);
      counts.set(keyOf(one), { per10Minutes: per10Minutes + 1, perDay: perDay + 1 });
    }
    return reason && { reason, since: recordedAt.toISOString() };
  }

  private get quotas(): Quotas {
    const { config } = this;
    return {
      account: { per10Minutes: config.accountReports10Min, perDay: config.accountReportsDay },
      enterprise: { per10Minutes: config.enterpriseReports10Min, perDay: config.enterpriseReportsDay },
      incidents: config.enterpriseIncidents,
    };
  }
}

const keyOf = ({ of, id }: Wanted): string => `${of} ${id}`;

/** What has to be known to judge a report. */
const wantedOf = ({ filedBy, enterprise }: AdmittedReport): Wanted[] => [
  { of: 'account', id: filedBy },
  ...(enterprise?.id === undefined
    ? []
    : (['enterprise', 'incidents'] as const).map((of) => ({ of, id: enterprise.id ?? '' }))),
];
