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
