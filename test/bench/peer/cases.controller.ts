import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CaseRecord, Incident } from './entities.js';
import { OnEvent, TOPIC } from './settings.js';

/** Opens a file for every report and takes every dispatch into it. */
@Controller()
export class CasesController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @OnEvent(TOPIC.reported)
  async reported(@Payload() doc: { incidentId: string }): Promise<void> {
    await this.source.getRepository(Incident).save({ id: doc.incidentId, state: 'TRIAGED', doc });
  }

  @OnEvent(TOPIC.planned)
  async planned(@Payload() { incidentId }: { incidentId: string }): Promise<void> {
    await this.source.getRepository(CaseRecord).save({ id: uuidv7(), incidentId });
  }
}
