import { Ctx, Payload } from '@nestjs/microservices';
import {
  CaseRegistered,
  CaseReviewStarted,
  CaseFiled,
  CaseNotFiled,
  CaseInvestigationStarted,
  CaseSolved,
  SuspectRecorded,
  SuspectCaught,
  LossEntryPosted,
  IncidentRestricted,
  AdviceIssued,
  IncidentClosed,
} from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvent } from '#messaging';
import { RecordEvent } from '../../use-cases/record-event.js';

/** What cases says: the case, suspects, money, disclosure, advice, the end. */
@EventConsumerController()
export class CaseEvents {
  constructor(private readonly record: RecordEvent) {}

  @OnEvent('notifications', CaseRegistered)
  registered(@Payload() event: CaseRegistered, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', CaseReviewStarted)
  reviewStarted(@Payload() event: CaseReviewStarted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', CaseFiled)
  filed(@Payload() event: CaseFiled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', CaseNotFiled)
  notFiled(@Payload() event: CaseNotFiled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', CaseInvestigationStarted)
  investigationStarted(@Payload() event: CaseInvestigationStarted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', CaseSolved)
  solved(@Payload() event: CaseSolved, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', SuspectRecorded)
  suspectRecorded(@Payload() event: SuspectRecorded, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', SuspectCaught)
  suspectCaught(@Payload() event: SuspectCaught, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', LossEntryPosted)
  lossEntryPosted(@Payload() event: LossEntryPosted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', IncidentRestricted)
  restricted(@Payload() event: IncidentRestricted, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', AdviceIssued)
  adviceIssued(@Payload() event: AdviceIssued, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', IncidentClosed)
  closed(@Payload() event: IncidentClosed, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
