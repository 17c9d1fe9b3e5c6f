import { Injectable } from '@nestjs/common';
import { DispatchPlanned, IncidentReleased } from '#contracts';
import { IncidentTransport } from '#messaging';
import { madeAt } from '#persistence';
import { Clock } from '#platform';
import { Pace } from '../../domain/admission/pace.js';
import { Released } from '../../domain/admission/released.js';

/**
 * What intake sees of routing: how late plans are. An incident's id was made when its report was taken; one that a person
 * released, here or in another process, is planned as late as that person decided.
 */
@Injectable()
export class PlanWatch {
  constructor(transport: IncidentTransport, pace: Pace, released: Released, clock: Clock) {
    transport.watch(IncidentReleased, (incidentId) => released.add(incidentId));
    transport.watch(DispatchPlanned, (incidentId, at) => {
      if (released.take(incidentId)) return;
      pace.planned({ reportedAtMs: madeAt(incidentId), plannedAtMs: at.getTime() }, clock.now().getTime());
    });
  }
}
