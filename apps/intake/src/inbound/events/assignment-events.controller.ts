import { Payload } from '@nestjs/microservices';
import {
  AssignmentAcknowledged,
  AssignmentArrived,
  AssignmentCompleted,
  AssignmentDeclined,
  AssignmentFact,
  AssignmentFeedbackGiven,
  AssignmentRecalled,
  AssignmentWorkStarted,
} from '#contracts';
import { EventConsumerController, OnEvent, OnEvents } from '#messaging';
import { FollowHandling } from '../../use-cases/follow-handling.js';
import { TakeFeedback } from '../../use-cases/take-feedback.js';

/** Acts that may move where a dispatch stands. */
const MOVING = [
  AssignmentAcknowledged,
  AssignmentArrived,
  AssignmentWorkStarted,
  AssignmentCompleted,
  AssignmentDeclined,
  AssignmentRecalled,
];

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

  @OnEvents('intake', MOVING)
  unitMoved(@Payload() event: AssignmentFact): Promise<void> {
    return this.followHandling.unitMoved(event);
  }
}
