import { Body, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import { AuditedRead, Allow, CurrentCaller, Idempotent, ServiceController, type Caller } from '#platform';
import { ReadDispatches } from '../../use-cases/read-dispatches.js';
import type { AssignmentRecord, DispatchRecord } from '../../use-cases/records.js';
import { ReinforceDispatch } from '../../use-cases/reinforce-dispatch.js';
import { assignmentView } from './assignment-view.js';
import { DispatchView, ReinforceRequest } from './dispatches.dto.js';

/** Dispatches and their reasons. */
@ApiTags('dispatches')
@ServiceController('dispatches')
export class DispatchesController {
  constructor(
    private readonly readDispatches: ReadDispatches,
    private readonly reinforce: ReinforceDispatch,
  ) {}

  /** The dispatch of an incident; officers see those their unit has a standing part in. */
  @Get(':incidentId')
  @AuditedRead('dispatch.read', { counted: true })
  @Allow(...rolesFor('dispatch.read'))
  async one(@Param('incidentId') incidentId: string, @CurrentCaller() caller: Caller): Promise<DispatchView> {
    const { dispatch, assignments } = await this.readDispatches.one(incidentId, caller);
    return dispatchView(dispatch, assignments);
  }

  /** Sends one more unit (增援). */
  @Post(':incidentId/reinforcements')
  @Allow(...rolesFor('dispatch.change'))
  @Idempotent({ required: false })
  async add(
    @Param('incidentId') incidentId: string,
    @Body() { discipline }: ReinforceRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<DispatchView> {
    const { dispatch, assignments } = await this.reinforce.run(incidentId, discipline, caller);
    return dispatchView(dispatch, assignments);
  }
}

function dispatchView(dispatch: DispatchRecord, assignments: readonly AssignmentRecord[]): DispatchView {
  const { id, facts, state, priority, plan, plannedAt, slots, version } = dispatch;
  return {
    incidentId: id,
    number: facts.number,
    state,
    priority,
    planId: plan.id,
    planVersion: plan.version,
    plannedAt: plannedAt.toISOString(),
    slots,
    assignments: assignments.map(assignmentView),
    version,
  };
}
