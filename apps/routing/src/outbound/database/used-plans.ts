import type { PlanFact } from '#contracts';
import type { Database } from '#persistence';
import { responsePlans, type ResponsePlanRow } from './response-plan.table.js';

/** Response plans as they were when they were first used. */
export class UsedPlans {
  /** Id and version of those that are kept for certain. */
  private readonly known = new Set<string>();

  constructor(private readonly database: Database) {}

  /** Keeps a plan the first time it is used. */
  async remember(plan: PlanFact, now: Date): Promise<void> {
    const key = `${plan.id}|${plan.version}`;
    if (this.known.has(key)) return;
    const kept = await this.database.one(responsePlans, 'WHERE `plan_id` = ? AND `plan_version` = ?', [
      plan.id,
      plan.version,
    ]);
    if (!kept) {
      await this.database.insert(responsePlans, [
        { planId: plan.id, planVersion: plan.version, plan, firstUsedAt: now },
      ]);
    }
    this.database.unit.afterCommit(() => this.known.add(key));
  }

  /** Every plan ever used, by id and version. */
  all(): Promise<ResponsePlanRow[]> {
    return this.database.rows(responsePlans, 'ORDER BY `plan_id`, `plan_version`');
  }
}
