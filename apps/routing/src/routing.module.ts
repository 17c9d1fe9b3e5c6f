import { Module } from '@nestjs/common';
import { INCIDENTS } from '#contracts';
import { configProvider, ServiceModule } from '#platform';
import { IncidentEvents } from './inbound/events/incident-events.js';
import { AssignmentsController } from './inbound/http/assignments.controller.js';
import { DispatchesController } from './inbound/http/dispatches.controller.js';
import { ResponsePlansController } from './inbound/http/response-plans.controller.js';
import { UnitsController } from './inbound/http/units.controller.js';
import { DispatchRepository } from './outbound/database/dispatch.repository.js';
import { routingSchema } from './outbound/database/routing.schema.js';
import { dispatches } from './outbound/database/dispatch.table.js';
import { UnitRepository } from './outbound/database/unit.repository.js';
import { UnitChanges } from './outbound/database/unit-changes.js';
import { UnitRoster } from './outbound/database/unit-roster.js';
import { RoutingConfig } from './routing.config.js';
import { AddUnit } from './use-cases/add-unit.js';
import { AdvanceAssignment } from './use-cases/advance-assignment.js';
import { AssignmentDesk } from './use-cases/assignment-desk.js';
import { CancelDispatch } from './use-cases/cancel-dispatch.js';
import { ChangeUnit } from './use-cases/change-unit.js';
import { CompleteAssignment } from './use-cases/complete-assignment.js';
import { DeclineAssignment } from './use-cases/decline-assignment.js';
import { EnterUnits } from './use-cases/enter-units.js';
import { FillGaps } from './use-cases/fill-gaps.js';
import { FollowIncident } from './use-cases/follow-incident.js';
import { GiveFeedback } from './use-cases/give-feedback.js';
import { ImportUnits } from './use-cases/import-units.js';
import { InformUnits } from './use-cases/inform-units.js';
import { IssueAssignments } from './use-cases/issue-assignments.js';
import { PlanDispatch } from './use-cases/plan-dispatch.js';
import { ReadDispatches } from './use-cases/read-dispatches.js';
import { ReadUnits } from './use-cases/read-units.js';
import { ReinforceDispatch } from './use-cases/reinforce-dispatch.js';
import { ReleaseUnit } from './use-cases/release-unit.js';
import { ReplanDispatch } from './use-cases/replan-dispatch.js';
import { RingClock } from './use-cases/ring-clock.js';
import { WatchGaps } from './use-cases/watch-gaps.js';

const store = ServiceModule.of(routingSchema, {
  reads: [{ stream: INCIDENTS, sources: ['intake', 'cases'] }],
  seenIn: dispatches,
});

/** Which units go, and what they do until they are done. */
@Module({
  imports: [store],
  // what comes in
  controllers: [IncidentEvents, UnitsController, AssignmentsController, DispatchesController, ResponsePlansController],
  providers: [
    configProvider(RoutingConfig),
    // what it can do
    PlanDispatch,
    FillGaps,
    AdvanceAssignment,
    GiveFeedback,
    CompleteAssignment,
    DeclineAssignment,
    ReinforceDispatch,
    CancelDispatch,
    FollowIncident,
    ChangeUnit,
    EnterUnits,
    ImportUnits,
    RingClock,
    WatchGaps,
    ReadDispatches,
    ReadUnits,
    // what these share
    AssignmentDesk,
    IssueAssignments,
    InformUnits,
    AddUnit,
    ReplanDispatch,
    ReleaseUnit,
    // what goes out
    DispatchRepository,
    UnitRepository,
    UnitRoster,
    UnitChanges,
  ],
  exports: [EnterUnits, ImportUnits],
})
export class RoutingModule {}
