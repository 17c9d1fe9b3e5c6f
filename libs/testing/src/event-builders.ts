import { readFileSync } from 'node:fs';
import {
  AssignmentAcknowledged,
  DispatchPlanned,
  EVENTS,
  IncidentCancelled,
  IncidentClosed,
  IncidentReported,
  LossEntryPosted,
  UnitChanged,
  type DomainEvent,
  type EventClass,
} from '#contracts';

const samples = new URL('../../contracts/samples/', import.meta.url);

/** An event made from its recorded sample, with some fields changed. */
export function eventOf<E extends DomainEvent>(event: EventClass<E>, overrides: Partial<E> = {}): E {
  if (!EVENTS.has(event.type)) throw new Error(`${event.type} is not in the catalogue`);
  const sample = JSON.parse(readFileSync(new URL(`${event.type}.json`, samples), 'utf8')) as object;
  return Object.assign(new event(), sample, overrides);
}

const builder =
  <E extends DomainEvent>(event: EventClass<E>) =>
  (overrides: Partial<E> = {}): E =>
    eventOf(event, overrides);

export const incidentReported = builder(IncidentReported);
export const incidentCancelled = builder(IncidentCancelled);
export const incidentClosed = builder(IncidentClosed);
export const dispatchPlanned = builder(DispatchPlanned);
export const assignmentAcknowledged = builder(AssignmentAcknowledged);
export const lossEntryPosted = builder(LossEntryPosted);
export const unitChanged = builder(UnitChanged);
