import type { BilingualText, DangerFlag, IncidentState, PlacePrecision, Priority } from '#contracts';
import { LawClockView, shownClock } from '../law-clocks/ringing.js';
import {
  gapsOf,
  leadUnitOf,
  missingLeadOf,
  type FiledUnitName,
  type FiledUnitState,
  type MissingLead,
} from './dispatch-view.js';
import type { FiledCaseName } from './filed-case.js';
import { HoldView, shownHold } from './filed-hold.js';
import type { IncidentFile } from './incident-file.js';
import { hasEnded } from './incident-states.js';
import { FileClockView, nextClockOf } from './next-clock.js';

/** Code and name of an incident type. */
export class FiledTypeName {
  /** @example E101 */
  code!: string;
  name!: BilingualText;
}

/** Address and position, WGS-84 degrees. */
export class FiledAddress {
  address!: string;
  longitude!: number;
  latitude!: number;
  /** Six-digit administrative division (GB/T 2260). */
  district!: string;
  /** How well the point is known; absent where it is exact. Nobody verified `site`, `town`, `unknown` and `far`. */
  precision?: PlacePrecision;
}

/** The enterprise of the incident, as far as it is known. */
export class FiledEnterpriseName {
  id?: string;
  name!: string;
}

/** One row of the list for police. */
export class IncidentFileSummary {
  view!: 'summary';
  incidentId!: string;
  number!: string;
  type!: FiledTypeName;
  priority!: Priority;
  state!: IncidentState;
  restricted!: boolean;
  receivedAt!: string;
  enterprise?: FiledEnterpriseName;
  place!: FiledAddress;
  leadUnit?: FiledUnitName;
  units!: FiledUnitState[];
  case?: FiledCaseName;
  flags!: DangerFlag[];
  insiderSuspected!: boolean;
  /** Reports of the incident, the first included. */
  reportCount!: number;
  /** People gathered, and people hurt. */
  crowd!: number;
  injured!: number;
  /** Slots that nobody fills. */
  gapCount!: number;
  /** Present while somebody to lead it is looked for: an alarm of the desk. */
  leadMissing?: MissingLead;
  /** What of it waits for a call taker: an alarm of the desk. */
  held?: HoldView;
  /** The limit of the law that runs, and how far it has rung; absent while none does. */
  lawClock?: LawClockView;
  /** Absent while no clock runs. */
  nextClock?: FileClockView;
}

/** A file in a list of police. */
export function summarise(file: IncidentFile): IncidentFileSummary {
  const { incidentId, number, type, priority, state, restricted, receivedAt, enterprise, place } = file;
  const leadUnit = leadUnitOf(file);
  const leadMissing = missingLeadOf(file);
  const nextClock = hasEnded(state) ? undefined : nextClockOf(file);
  return {
    view: 'summary',
    incidentId,
    number,
    type: { code: type.code, name: type.name },
    priority,
    state,
    restricted,
    receivedAt,
    ...(enterprise && { enterprise: { name: enterprise.name, ...(enterprise.id && { id: enterprise.id }) } }),
    place: {
      address: place.address,
      longitude: place.longitude,
      latitude: place.latitude,
      district: place.district,
      ...(place.precision && { precision: place.precision }),
    },
    ...(leadUnit && { leadUnit }),
    units: file.assignments.map(({ unit, state: standing }) => ({ id: unit.id, name: unit.name, state: standing })),
    ...(file.case && { case: { caseId: file.case.caseId, number: file.case.number, state: file.case.state } }),
    flags: file.flags,
    crowd: file.crowd,
    injured: file.injured,
    insiderSuspected: file.insiderSuspected,
    reportCount: file.reports.length,
    gapCount: file.dispatch ? gapsOf(file.dispatch).length : 0,
    ...(leadMissing && { leadMissing }),
    ...shownHold(file),
    ...shownClock(file),
    ...(nextClock && { nextClock }),
  };
}
