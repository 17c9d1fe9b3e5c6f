import { Ctx, Payload } from '@nestjs/microservices';
import {
  DispatchPlanned,
  DispatchGapFilled,
  AssignmentAdded,
  AssignmentAcknowledged,
  AssignmentDeparted,
  AssignmentArrived,
  AssignmentWorkStarted,
  AssignmentFeedbackGiven,
  AssignmentCompleted,
  AssignmentDeclineRequested,
  AssignmentDeclineRejected,
  AssignmentDeclined,
  AssignmentRecalled,
  ClockWarned,
  ClockBreached,
} from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvent } from '#messaging';
import { RecordEvent } from '../../use-cases/record-event.js';

/** What routing says of an incident: plans, assignments, clocks. */
@EventConsumerController()
export class DispatchEvents {
  constructor(private readonly record: RecordEvent) {}

  @OnEvent('notifications', DispatchPlanned)
  planned(@Payload() event: DispatchPlanned, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', DispatchGapFilled)
  gapFilled(@Payload() event: DispatchGapFilled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentAdded)
  added(@Payload() event: AssignmentAdded, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentAcknowledged)
  acknowledged(@Payload() event: AssignmentAcknowledged, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentDeparted)
  departed(@Payload() event: AssignmentDeparted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentArrived)
  arrived(@Payload() event: AssignmentArrived, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentWorkStarted)
  workStarted(@Payload() event: AssignmentWorkStarted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentFeedbackGiven)
  feedbackGiven(@Payload() event: AssignmentFeedbackGiven, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentCompleted)
  completed(@Payload() event: AssignmentCompleted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentDeclineRequested)
  declineRequested(@Payload() event: AssignmentDeclineRequested, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentDeclineRejected)
  declineRejected(@Payload() event: AssignmentDeclineRejected, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentDeclined)
  declined(@Payload() event: AssignmentDeclined, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AssignmentRecalled)
  recalled(@Payload() event: AssignmentRecalled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', ClockWarned)
  clockWarned(@Payload() event: ClockWarned, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', ClockBreached)
  clockBreached(@Payload() event: ClockBreached, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
