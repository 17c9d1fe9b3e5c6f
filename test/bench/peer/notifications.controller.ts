import { Controller, Inject, Sse, type MessageEvent } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Subject, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Notice } from './entities.js';
import { OnEvent, TOPIC } from './settings.js';

interface About {
  readonly incidentId: string;
}

/** Stores a notice for every event and pushes it. */
@Controller()
export class NotificationsController {
  private readonly pushed = new Subject<MessageEvent>();

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Sse('api/v1/live')
  live(): Observable<MessageEvent> {
    return this.pushed;
  }

  @OnEvent(TOPIC.reported)
  reported(@Payload() event: About): Promise<void> {
    return this.tell('incident.reported.v1', event);
  }

  @OnEvent(TOPIC.planned)
  planned(@Payload() event: About): Promise<void> {
    return this.tell('dispatch.planned.v1', event);
  }

  private async tell(type: string, { incidentId }: About): Promise<void> {
    await this.source.getRepository(Notice).save({ incidentId, type });
    this.pushed.next({ type, data: { incidentId } });
  }
}
