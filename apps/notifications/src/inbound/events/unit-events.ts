import { Ctx, Payload } from '@nestjs/microservices';
import { UnitChanged } from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvent } from '#messaging';
import { RecordEvent } from '../../use-cases/record-event.js';

/** What routing says of units. */
@EventConsumerController()
export class UnitEvents {
  constructor(private readonly record: RecordEvent) {}

  @OnEvent('notifications', UnitChanged)
  changed(@Payload() event: UnitChanged, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
