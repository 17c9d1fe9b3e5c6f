import { Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Discipline } from '#contracts';
import { Allow, ServiceController } from '#platform';
import { ReadDispatches } from '../../use-cases/read-dispatches.js';
import { ResponsePlanView } from './response-plans.dto.js';

/** Response plans as they were used. */
@ApiTags('response-plans')
@ServiceController('response-plans')
export class ResponsePlansController {
  constructor(private readonly readDispatches: ReadDispatches) {}

  /** Every plan version that was ever used. */
  @Get()
  @Allow('dispatcher', 'duty_chief', 'supervisor', 'analyst')
  async list(): Promise<ResponsePlanView[]> {
    const rows = await this.readDispatches.plans();
    return rows.map(({ planId, planVersion, plan, firstUsedAt }) => ({
      planId,
      version: planVersion,
      atOnce: plan.atOnce satisfies Discipline[],
      inform: plan.inform,
      firstUsedAt: firstUsedAt.toISOString(),
    }));
  }
}
