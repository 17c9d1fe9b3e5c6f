import { Payload } from '@nestjs/microservices';
import { AssignmentFeedbackGiven } from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { TakeFeedback } from '../../use-cases/take-feedback.js';

/** What intake hears from routing. */
@EventConsumerController()
export class AssignmentEvents {
  constructor(private readonly takeFeedback: TakeFeedback) {}

  @OnEvent('intake', AssignmentFeedbackGiven)
  feedbackGiven(@Payload() event: AssignmentFeedbackGiven): Promise<void> {
    return this.takeFeedback.run(event);
  }
}
