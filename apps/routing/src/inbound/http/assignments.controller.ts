import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import { rolesFor } from '#contracts';
import {
  Allow,
  CurrentCaller,
  decodeCursor,
  Idempotent,
  IfMatch,
  page,
  ServiceController,
  type Caller,
} from '#platform';
import { AdvanceAssignment, type ReportedMilestone } from '../../use-cases/advance-assignment.js';
import { CompleteAssignment } from '../../use-cases/complete-assignment.js';
import { DeclineAssignment } from '../../use-cases/decline-assignment.js';
import { GiveFeedback } from '../../use-cases/give-feedback.js';
import { ReadDispatches } from '../../use-cases/read-dispatches.js';
import { assignmentView } from './assignment-view.js';
import {
  AssignmentsQuery,
  CompleteRequest,
  DeclineRequest,
  FeedbackRequest,
  MilestoneRequest,
} from './assignments.dto.js';
import { AssignmentsPage, AssignmentView } from './assignment-answer.dto.js';

/** What units do with their assignments. Acts come from phones with bad networks: every one needs an Idempotency-Key. */
@ApiTags('assignments')
@ServiceController('assignments')
export class AssignmentsController {
  constructor(
    private readonly readDispatches: ReadDispatches,
    private readonly advance: AdvanceAssignment,
    private readonly feedback: GiveFeedback,
    private readonly completion: CompleteAssignment,
    private readonly decline: DeclineAssignment,
  ) {}

  /** Lists the assignments of a unit, newest first. */
  @Get()
  @Allow(...rolesFor('assignment.act'))
  @ApiNotFoundResponse({ description: 'There is no such unit, or the caller may not ask for it.' })
  async list(@Query() query: AssignmentsQuery, @CurrentCaller() caller: Caller): Promise<AssignmentsPage> {
    const [before] = decodeCursor(query.after, 1) ?? [];
    const { unit, show, limit } = query;
    const wanted = { unit, openOnly: show !== 'all', limit, ...(before !== undefined && { before: String(before) }) };
    const rows = await this.readDispatches.assignments(wanted, caller);
    return page(query, rows, ({ id }) => [id], assignmentView);
  }

  /** Takes the assignment (签收). */
  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.act'))
  @Idempotent({ required: true })
  acknowledge(@Param('id') id: string, @Body() body: MilestoneRequest, @CurrentCaller() caller: Caller) {
    return this.reach(id, 'ACKNOWLEDGED', body, caller);
  }

  /** The unit is on its way (出动). */
  @Post(':id/depart')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.act'))
  @Idempotent({ required: true })
  depart(@Param('id') id: string, @Body() body: MilestoneRequest, @CurrentCaller() caller: Caller) {
    return this.reach(id, 'EN_ROUTE', body, caller);
  }

  /** The unit is on the scene (到场). */
  @Post(':id/arrive')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.act'))
  @Idempotent({ required: true })
  arrive(@Param('id') id: string, @Body() body: MilestoneRequest, @CurrentCaller() caller: Caller) {
    return this.reach(id, 'ARRIVED', body, caller);
  }

  /** The unit works on it (处置); remote units start without arriving. */
  @Post(':id/start-work')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.act'))
  @Idempotent({ required: true })
  startWork(@Param('id') id: string, @Body() body: MilestoneRequest, @CurrentCaller() caller: Caller) {
    return this.reach(id, 'WORKING', body, caller);
  }

  /** Tells what the unit found (反馈). */
  @Post(':id/feedback')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.act'))
  @Idempotent({ required: true })
  async giveFeedback(
    @Param('id') id: string,
    @Body() body: FeedbackRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<AssignmentView> {
    return assignmentView(await this.feedback.run(id, body, caller));
  }

  /** Final feedback; the unit is free again. */
  @Post(':id/complete')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.act'))
  @Idempotent({ required: true })
  async complete(
    @Param('id') id: string,
    @Body() body: CompleteRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<AssignmentView> {
    return assignmentView(await this.completion.run(id, body, caller));
  }

  /** Asks to be released (申请退单); the dispatcher decides. */
  @Post(':id/decline')
  @HttpCode(200)
  @Allow(...rolesFor('assignment.decline'))
  @Idempotent({ required: true })
  async requestDecline(
    @Param('id') id: string,
    @Body() body: DeclineRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<AssignmentView> {
    return assignmentView(await this.decline.request(id, body, caller));
  }

  /** Releases the unit and sends another one of its discipline; `If-Match` names the version of the release in the file. */
  @Post(':id/approve-decline')
  @HttpCode(200)
  @Allow(...rolesFor('dispatch.change'))
  @Idempotent({ required: false })
  async approveDecline(
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<AssignmentView> {
    return assignmentView(await this.decline.approve(id, ifMatch, caller));
  }

  /** Refuses the release; the assignment stands; `If-Match` names the version of the release in the file. */
  @Post(':id/reject-decline')
  @HttpCode(200)
  @Allow(...rolesFor('dispatch.change'))
  @Idempotent({ required: false })
  async rejectDecline(
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @CurrentCaller() caller: Caller,
  ): Promise<AssignmentView> {
    return assignmentView(await this.decline.reject(id, ifMatch, caller));
  }

  private async reach(
    id: string,
    milestone: ReportedMilestone,
    { occurredAt }: MilestoneRequest,
    caller: Caller,
  ): Promise<AssignmentView> {
    return assignmentView(await this.advance.run(id, milestone, occurredAt, caller));
  }
}
