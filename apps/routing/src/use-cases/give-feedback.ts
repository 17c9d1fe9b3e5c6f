import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_STATE_WORDS, AssignmentFeedbackGiven, isPartner, type DangerFlag } from '#contracts';
import { actorOf, newId, type Caller } from '#platform';
import { takesFeedback } from '../domain/acts.js';
import { assignmentWrongState, policeOnly } from '../domain/refusals.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import type { AssignmentRow } from '../outbound/database/assignment.table.js';
import { AssignmentDesk } from './assignment-desk.js';

/** What a unit found. */
export interface Feedback {
  readonly text: string;
  readonly occurredAt?: string;
  /** Since the last feedback; numbers only. */
  readonly suspectsCaught?: number;
  /** Somebody inside the enterprise may be involved. */
  readonly insiderSuspected?: boolean;
  /** Beyond what was reported: dangers, people gathered, people hurt. */
  readonly flags?: DangerFlag[];
  readonly crowd?: number;
  readonly injured?: number;
}

/** Takes feedback of a unit; further results may come after its final feedback. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly desk: AssignmentDesk,
    private readonly dispatches: DispatchRepository,
  ) {}

  async run(assignmentId: string, feedback: Feedback, caller: Caller): Promise<AssignmentRow> {
    const open = await this.desk.open(assignmentId, caller);
    const { assignment, dispatch } = open;
    if (!takesFeedback(assignment.state)) {
      throw assignmentWrongState({
        state: ASSIGNMENT_STATE_WORDS[assignment.state],
        act: { zh: '反馈', en: 'give feedback' },
      });
    }
    const insiderSuspected = feedback.insiderSuspected === true || (feedback.flags ?? []).includes('insider_suspected');
    if (isPartner(assignment.discipline) && ((feedback.suspectsCaught ?? 0) > 0 || insiderSuspected)) {
      throw policeOnly();
    }
    assignment.feedbackCount += 1;
    const fact = await this.desk.record(open, actorOf(caller), this.desk.occurred(open, feedback.occurredAt));
    this.dispatches.publish(
      dispatch,
      AssignmentFeedbackGiven.of({
        ...fact,
        feedbackId: newId(),
        kind: assignment.feedbackCount === 1 ? 'first' : 'progress',
        text: feedback.text,
        suspectsCaught: feedback.suspectsCaught ?? 0,
        insiderSuspected,
        ...foundBy(feedback),
      }),
    );
    return assignment;
  }
}

/** What a feedback tells beyond what was reported. */
const foundBy = ({ flags, crowd, injured }: Feedback) => ({
  ...(flags && { flags: [...new Set(flags)] }),
  ...(crowd !== undefined && { crowd }),
  ...(injured !== undefined && { injured }),
});
