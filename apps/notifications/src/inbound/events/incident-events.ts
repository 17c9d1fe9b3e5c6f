import { Ctx, Payload } from '@nestjs/microservices';
import { IncidentReported, IncidentReportAttached, IncidentRegraded, IncidentCancelled } from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvent } from '#messaging';
import { RecordEvent } from '../../use-cases/record-event.js';

/** What intake says: reports, gradings, cancellations. */
@EventConsumerController()
export class IncidentEvents {
  constructor(private readonly record: RecordEvent) {}

  @OnEvent('notifications', IncidentReported)
  reported(@Payload() event: IncidentReported, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', IncidentReportAttached)
  reportAttached(@Payload() event: IncidentReportAttached, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', IncidentRegraded)
  regraded(@Payload() event: IncidentRegraded, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }

  @OnEvent('notifications', IncidentCancelled)
  cancelled(@Payload() event: IncidentCancelled, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
