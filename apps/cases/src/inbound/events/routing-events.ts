import { Ctx, Payload } from '@nestjs/microservices';
import {
  AssignmentAcknowledged,
  AssignmentAdded,
  AssignmentArrived,
  AssignmentCompleted,
  AssignmentDeclineRejected,
  AssignmentDeclineRequested,
  AssignmentDeclined,
  AssignmentDeparted,
  AssignmentFeedbackGiven,
  AssignmentRecalled,
  AssignmentWorkStarted,
  ClockBreached,
  ClockWarned,
  DispatchGapFilled,
  DispatchPlanned,
} from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvent } from '#messaging';
import { RecordEvent } from '../../use-cases/record-event.js';
import { RegisterCase } from '../../use-cases/register-case.js';
import { TakeFeedback } from '../../use-cases/take-feedback.js';

/** What routing says about the dispatch of an incident, its assignments and their clocks. */
@EventConsumerController()
export class RoutingEvents {
  constructor(
    private readonly record: RecordEvent,
    private readonly register: RegisterCase,
    private readonly feedback: TakeFeedback,
  ) {}

  @OnEvent('cases', DispatchPlanned)
  planned(@Payload() event: DispatchPlanned, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.register.run(event, context.envelope);
  }

  @OnEvent('cases', DispatchGapFilled)
  gapFilled(@Payload() event: DispatchGapFilled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentAdded)
  added(@Payload() event: AssignmentAdded, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentAcknowledged)
  acknowledged(@Payload() event: AssignmentAcknowledged, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentDeparted)
  departed(@Payload() event: AssignmentDeparted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentArrived)
  arrived(@Payload() event: AssignmentArrived, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentWorkStarted)
  workStarted(@Payload() event: AssignmentWorkStarted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentFeedbackGiven)
  feedbackGiven(@Payload() event: AssignmentFeedbackGiven, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.feedback.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentCompleted)
  completed(@Payload() event: AssignmentCompleted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentDeclineRequested)
  declineRequested(@Payload() event: AssignmentDeclineRequested, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentDeclineRejected)
  declineRejected(@Payload() event: AssignmentDeclineRejected, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentDeclined)
  declined(@Payload() event: AssignmentDeclined, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', AssignmentRecalled)
  recalled(@Payload() event: AssignmentRecalled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', ClockWarned)
  clockWarned(@Payload() event: ClockWarned, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', ClockBreached)
  clockBreached(@Payload() event: ClockBreached, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
