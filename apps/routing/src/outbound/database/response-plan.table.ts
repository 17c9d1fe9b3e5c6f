import type { PlanFact } from '#contracts';
import { column, defineTable } from '#persistence';

/** A plan as it was first used. */
export interface ResponsePlanRow {
  planId: string;
  planVersion: number;
  plan: PlanFact;
  firstUsedAt: Date;
}

export const responsePlans = defineTable<ResponsePlanRow>(
  'response_plan',
  { planId: column.id(), planVersion: column.int(), plan: column.json(), firstUsedAt: column.time() },
  { primary: ['planId', 'planVersion'] },
);
