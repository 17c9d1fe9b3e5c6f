import { Ctx, Payload } from '@nestjs/microservices';
import { classesOf, DomainEvent } from '#contracts';
import { ConsumedEvent, EventConsumerController, OnEvents } from '#messaging';
import { FACTS } from '../../domain/facts-of.js';
import { RecordEvent } from '../../use-cases/record-event.js';

/** Everything that anybody may be told of: the table of facts is the subscription. */
@EventConsumerController()
export class ToldEvents {
  constructor(private readonly record: RecordEvent) {}

  @OnEvents('notifications', classesOf(Object.keys(FACTS)))
  happened(@Payload() event: DomainEvent, @Ctx() context: ConsumedEvent): Promise<void> {
    return this.record.run(event, context.envelope);
  }
}
