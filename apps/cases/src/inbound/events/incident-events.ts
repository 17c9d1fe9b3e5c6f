import { Ctx, Payload } from '@nestjs/microservices';
import { AssignmentFeedbackGiven } from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvents } from '#messaging';
import { HEARD } from '../../domain/incident-file/events/index.js';
import type { IncidentEvent } from '../../domain/incident-file/file-event.js';
import { RecordEvent } from '../../use-cases/record-event.js';
import { TakeFeedback } from '../../use-cases/take-feedback.js';

/** What intake and routing say about an incident. */
@EventConsumerController()
export class IncidentEvents {
  constructor(
    private readonly record: RecordEvent,
    private readonly feedback: TakeFeedback,
  ) {}

  /** Every event goes into the file; a feedback asks for more. */
  @OnEvents('cases', HEARD)
  take(@Payload() event: object, @Ctx() { envelope }: ConsumedEvent): Promise<void> {
    if (event instanceof AssignmentFeedbackGiven) return this.feedback.run(event, envelope);
    return this.record.run(event as IncidentEvent, envelope);
  }
}
