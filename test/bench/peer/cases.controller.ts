import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CaseRecord, Incident } from './entities.js';
import { OutboxPoller } from './outbox.poller.js';
import { OnEvent, TOPIC } from './settings.js';

/** Opens a file for every report and a case for every dispatch. */
@Controller()
export class CasesController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @OnEvent(TOPIC.reported)
  async reported(@Payload() doc: { incidentId: string }): Promise<void> {
    await this.source.getRepository(Incident).save({ id: doc.incidentId, state: 'TRIAGED', doc });
  }

  @OnEvent(TOPIC.planned)
  async planned(@Payload() { incidentId }: { incidentId: string }): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.save(CaseRecord, { id: uuidv7(), incidentId });
      await OutboxPoller.add(manager, TOPIC.registered, incidentId, { incidentId });
    });
  }
}
