import { Ctx, Payload } from '@nestjs/microservices';
import { IncidentCancelled, IncidentRegraded, IncidentReportAttached, IncidentReported } from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvent } from '#messaging';
import { RecordEvent } from '../../use-cases/record-event.js';

/** What intake says about an incident. */
@EventConsumerController()
export class IntakeEvents {
  constructor(private readonly record: RecordEvent) {}

  @OnEvent('cases', IncidentReported)
  reported(@Payload() event: IncidentReported, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', IncidentReportAttached)
  reportAttached(@Payload() event: IncidentReportAttached, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', IncidentRegraded)
  regraded(@Payload() event: IncidentRegraded, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('cases', IncidentCancelled)
  cancelled(@Payload() event: IncidentCancelled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
