import { Injectable } from '@nestjs/common';
import type { Priority } from '#contracts';
import { Clock } from '#platform';
import { incidentType } from '../domain/incident-types/index.js';
import { triage, type Grading } from '../domain/triage/triage.js';
import type { TriageFacts } from '../domain/triage/triage-rules.js';
import { DEFAULT_TRIAGE, type TriageSettings } from '../domain/triage/triage-settings.js';
import { IntakeConfig } from '../intake.config.js';
import type { ReportToFile } from './admitted-report.js';
import { ShedLoad } from './shed-load.js';

/** Grades reports, and refuses those that can wait while too much does. */
@Injectable()
export class GradeReport {
  constructor(
    private readonly shedLoad: ShedLoad,
    private readonly clock: Clock,
    private readonly config: IntakeConfig,
  ) {}

  /**
   * Throws 503 for a report that can wait while too much does, before anything is looked up for it: refusing must cost far
   * less than taking, or it takes the processor from what was taken. What cannot be graded yet passes.
   */
  early(report: ReportToFile): void {
    this.shedLoad.early(() => this.priorityOf(report));
  }

  /**
   * The grading of a report that was checked, and whether it has to wait for its plan. Throws 503 while too much waits to be
   * passed on or planned.
   */
  async run(facts: TriageFacts): Promise<{ grading: Grading; waits: boolean }> {
    const grading = triage(facts, this.settings);
    return { grading, waits: await this.shedLoad.run(grading.priority) };
  }

  private priorityOf(report: ReportToFile): Priority | undefined {
    const { type: code, details = {}, receivedAt } = report;
    const type = incidentType(code);
    const at = receivedAt === undefined ? this.clock.now() : new Date(receivedAt);
    return type && triage({ ...told(report), details, type, receivedAt: at }, this.settings).priority;
  }

  private get settings(): TriageSettings {
    return { ...DEFAULT_TRIAGE, largeLossFen: this.config.largeLossFen };
  }
}

/** The facts as told, blanks filled with what a blank means. */
export const told = ({ flags = [], crowd = 0, injured = 0, estimatedLossFen = 0 }: ReportToFile) => ({
  flags: [...flags],
  crowd,
  injured,
  estimatedLossFen,
});
