import { Body, Controller, Inject, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsLatitude, IsLongitude, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Incident, Report } from './entities.js';
import { OutboxPoller } from './outbox.poller.js';
import { TOPIC } from './settings.js';

class Reporter {
  @IsString() @MaxLength(60) name!: string;
  @IsString() @MaxLength(24) phone!: string;
  @IsString() @MaxLength(60) role!: string;
}

class Place {
  @IsString() @MaxLength(300) address!: string;
  @IsLongitude() longitude!: number;
  @IsLatitude() latitude!: number;
}

class ReportRequest {
  @IsString() channel!: string;
  @Matches(/^[A-Z]\d{3}$/) type!: string;
  @IsString() enterpriseId!: string;
  @ValidateNested() @Type(() => Reporter) reporter!: Reporter;
  @ValidateNested() @Type(() => Place) place!: Place;
  @IsString() @MaxLength(4000) narrative!: string;
}

/** Takes a report in a transaction of its own. */
@Controller('api/v1/reports')
export class IntakeController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Post()
  async receive(@Body() doc: ReportRequest): Promise<{ reportId: string; incidentId: string }> {
    const reportId = uuidv7();
    const incidentId = uuidv7();
    await this.source.transaction(async (manager) => {
      await manager.save(Incident, { id: incidentId, state: 'TRIAGED', doc });
      await manager.save(Report, { id: reportId, incidentId, doc });
      await OutboxPoller.add(manager, TOPIC.reported, incidentId, { incidentId, ...doc });
    });
    return { reportId, incidentId };
  }
}
