import { IsInt, Matches, Max, Min } from 'class-validator';
import { Env, ServiceConfig } from '#platform';
import { DEFAULT_TRIAGE } from './domain/triage/triage-settings.js';

/** Settings of intake. */
export class IntakeConfig extends ServiceConfig {
  readonly service = 'intake';

  override port = 3001;

  /** Administrative division (GB/T 2260) of this centre: part of every number, and of places outside every jurisdiction. */
  @Env('QIJING_DISTRICT')
  @Matches(/^\d{6}$/)
  district: string = '320412';

  /** Estimated loss in fen from which triage raises the priority by one level; a setting of the region. */
  @Env('QIJING_LARGE_LOSS_FEN')
  @IsInt()
  @Min(1)
  largeLossFen: number = DEFAULT_TRIAGE.largeLossFen;

  /**
   * Reports that one account of an enterprise may send within ten minutes; what it sends beyond waits for a call taker before
   * units move. 0 is no limit, here and below. Defaults of this product, not a published rule: an incident is told in one
   * report and a few additions, and whoever has more to tell in ten minutes is better served by a call.
   */
  @Env('QIJING_ACCOUNT_REPORTS_10MIN')
  @IsInt()
  @Min(0)
  accountReports10Min: number = 5;

  /** The same within 24 hours. */
  @Env('QIJING_ACCOUNT_REPORTS_DAY')
  @IsInt()
  @Min(0)
  accountReportsDay: number = 30;

  /** The same for all accounts of one enterprise within ten minutes: two people may tell of one incident. */
  @Env('QIJING_ENTERPRISE_REPORTS_10MIN')
  @IsInt()
  @Min(0)
  enterpriseReports10Min: number = 10;

  /** The same within 24 hours. */
  @Env('QIJING_ENTERPRISE_REPORTS_DAY')
  @IsInt()
  @Min(0)
  enterpriseReportsDay: number = 60;

  /**
   * Incidents of one enterprise that units serve at a time on its own word; the next one waits for a call taker. Three plans
   * take no more than a quarter of the units of the smallest district that the demo models.
   */
  @Env('QIJING_ENTERPRISE_INCIDENTS')
  @IsInt()
  @Min(0)
  enterpriseIncidents: number = 3;

  /** Days that a report may be entered after it came in. */
  @Env('QIJING_LATE_ENTRY_DAYS')
  @IsInt()
  @Min(0)
  @Max(31)
  lateEntryDays: number = 7;

  /**
   * Milliseconds from a report to its plan beyond which reports that can wait are refused (503) until what was taken is
   * planned; 0 refuses none. A report that is kept safely and waits half a minute for its plan serves an enterprise better
   * than a refusal; its receipt says that it waits.
   */
  @Env('QIJING_LATE_MS')
  @IsInt()
  @Min(0)
  lateMs: number = 30_000;
}
