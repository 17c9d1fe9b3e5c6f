import { Controller, Inject, type OnModuleInit } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Assignment, Unit } from './entities.js';
import { OutboxPoller } from './outbox.poller.js';
import { OnEvent, TOPIC } from './settings.js';

const PLAN = ['PS', 'CID', 'AST'];
const UNITS_PER_DISCIPLINE = 1600;
/** Candidates that are looked at. */
const NEAREST = 5;

interface Reported {
  readonly incidentId: string;
  readonly place: { readonly longitude: number; readonly latitude: number };
}

/** Gives every incident its units, the nearest by a query over the table. */
@Controller()
export class RoutingController implements OnModuleInit {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async onModuleInit(): Promise<void> {
    const units = PLAN.flatMap((discipline) =>
      Array.from({ length: UNITS_PER_DISCIPLINE }, (_, at) => ({
        id: `${discipline}${at}`,
        discipline,
        longitude: 119.4 + (at % 40) / 40,
        latitude: 31.2 + Math.floor(at / 40) / 40,
        active: 0,
      })),
    );
    await this.source.getRepository(Unit).insert(units);
  }

  @OnEvent(TOPIC.reported)
  async reported(@Payload() { incidentId, place }: Reported): Promise<void> {
    await this.source.transaction(async (manager) => {
      for (const discipline of PLAN) {
        const nearest = await manager
          .createQueryBuilder(Unit, 'unit')
          .where('unit.discipline = :discipline', { discipline })
          .orderBy('POW(unit.longitude - :longitude, 2) + POW(unit.latitude - :latitude, 2)')
          .setParameters({ ...place })
          .limit(NEAREST)
          .getMany();
        const unitId = nearest[0]?.id ?? '';
        await manager.increment(Unit, { id: unitId }, 'active', 1);
        await manager.save(Assignment, { id: uuidv7(), incidentId, unitId });
      }
      await OutboxPoller.add(manager, TOPIC.planned, incidentId, { incidentId });
    });
  }
}
