import { Injectable } from '@nestjs/common';
import { DispatchPlanned } from '#contracts';
import { IncidentTransport } from '#messaging';
import { madeAt } from '#persistence';
import { Clock } from '#platform';
import { Pace } from '../../domain/admission/pace.js';

/** What intake sees of routing: how late plans are. An incident's id was made when its report was taken. */
@Injectable()
export class PlanWatch {
  constructor(transport: IncidentTransport, pace: Pace, clock: Clock) {
    transport.watch(DispatchPlanned, (incidentId, at) =>
      pace.planned({ reportedAtMs: madeAt(incidentId), plannedAtMs: at.getTime() }, clock.now().getTime()),
    );
  }
}
