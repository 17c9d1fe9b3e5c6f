import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClockBreached, ClockWarned } from '#contracts';
import { Outbox } from '#messaging';
import { DeadlineRunner, Deadlines, type Deadline } from '#persistence';
import { nextStage, stageOf, type StagePercent } from '../domain/clocks.js';
import { DispatchRepository } from '../outbound/database/dispatch.repository.js';
import { ACKNOWLEDGE } from './issue-assignments.js';

/** What an acknowledgement deadline carries. */
interface AcknowledgeData {
  readonly stage: StagePercent;
  readonly startedAt: string;
  readonly limitSeconds: number;
}

/** Says what the acknowledgement clock (签收时限) has reached: reminded, breached, escalated. Changes no state. */
@Injectable()
export class RingClock implements OnModuleInit {
  constructor(
    private readonly dispatches: DispatchRepository,
    private readonly deadlines: Deadlines,
    private readonly runner: DeadlineRunner,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.runner.on(ACKNOWLEDGE, (deadline, firedAt) => this.run(deadline, firedAt));
  }

  async run(deadline: Deadline, firedAt: Date): Promise<void> {
    const data = deadline.data as unknown as AcknowledgeData;
    const assignment = await this.dispatches.assignment(deadline.subject);
    const dispatch = assignment && (await this.dispatches.find(assignment.incidentId));
    if (!dispatch || !['ISSUED', 'DECLINE_REQUESTED'].includes(assignment.state)) return;
    const stage = stageOf(data.stage);
    const fact = {
      incidentId: dispatch.id,
      assignmentId: assignment.id,
      unit: { id: assignment.unitId, name: assignment.unitName, discipline: assignment.discipline },
      clock: 'acknowledge' as const,
      startedAt: data.startedAt,
      limitSeconds: data.limitSeconds,
      stage: stage.percent,
      dueAt: deadline.dueAt.toISOString(),
      firedAt: firedAt.toISOString(),
      ...('escalatedTo' in stage && { escalatedTo: stage.escalatedTo }),
    };
    this.outbox.publish(dispatch, stage.percent === 50 ? ClockWarned.of(fact) : ClockBreached.of(fact));
    this.dispatches.save(dispatch);
    const next = nextStage(new Date(data.startedAt), data.limitSeconds, data.stage);
    if (next) {
      this.deadlines.schedule([
        { kind: ACKNOWLEDGE, subject: assignment.id, dueAt: next.dueAt, data: { ...data, stage: next.percent } },
      ]);
    }
  }
}
