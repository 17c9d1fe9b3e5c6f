import { Injectable } from '@nestjs/common';
import { INCIDENT_TYPES, type IncidentType } from '../domain/incident-types/index.js';

/** Every type of incident and service request, in the order of the catalogue. */
@Injectable()
export class ListIncidentTypes {
  run(): readonly IncidentType[] {
    return INCIDENT_TYPES;
  }
}
