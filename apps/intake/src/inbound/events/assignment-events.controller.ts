import { Payload } from '@nestjs/microservices';
import {
  AssignmentAcknowledged,
  AssignmentArrived,
  AssignmentCompleted,
  AssignmentDeclined,
  AssignmentFeedbackGiven,
  AssignmentRecalled,
  AssignmentWorkStarted,
} from '#contracts';
import { EventConsumerController, OnEvent } from '#messaging';
import { FollowHandling } from '../../use-cases/follow-handling.js';
import { TakeFeedback } from '../../use-cases/take-feedback.js';

/** What intake hears from routing: what units found, and each act that may move where the dispatch stands. */
@EventConsumerController()
export class AssignmentEvents {
  constructor(
    private readonly takeFeedback: TakeFeedback,
    private readonly followHandling: FollowHandling,
  ) {}

  @OnEvent('intake', AssignmentFeedbackGiven)
  feedbackGiven(@Payload() event: AssignmentFeedbackGiven): Promise<void> {
    return this.takeFeedback.run(event);
  }

  @OnEvent('intake', AssignmentAcknowledged)
  acknowledged(@Payload() event: AssignmentAcknowledged): Promise<void> {
    return this.followHandling.unitMoved(event);
  }

  @OnEvent('intake', AssignmentArrived)
  arrived(@Payload() event: AssignmentArrived): Promise<void> {
    return this.followHandling.unitMoved(event);
  }

  @OnEvent('intake', AssignmentWorkStarted)
  workStarted(@Payload() event: AssignmentWorkStarted): Promise<void> {
    return this.followHandling.unitMoved(event);
  }

  @OnEvent('intake', AssignmentCompleted)
  completed(@Payload() event: AssignmentCompleted): Promise<void> {
    return this.followHandling.unitMoved(event);
  }

  @OnEvent('intake', AssignmentDeclined)
  declined(@Payload() event: AssignmentDeclined): Promise<void> {
    return this.followHandling.unitMoved(event);
  }

  @OnEvent('intake', AssignmentRecalled)
  recalled(@Payload() event: AssignmentRecalled): Promise<void> {
    return this.followHandling.unitMoved(event);
  }
}
