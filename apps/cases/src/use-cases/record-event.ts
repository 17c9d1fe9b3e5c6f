import { Injectable } from '@nestjs/common';
import { IncidentFactsAdded, IncidentReported, restrictsAnew } from '#contracts';
import type { EventContext } from '#messaging';
import type { IncidentEvent } from '../domain/incident-file/file-event.js';
import { SYSTEM } from '../domain/system-actor.js';
import { FileJournal } from './file-journal.js';
import { RestrictIncident } from './restrict-incident.js';

/** Brings an event of another service into the file of its incident; a new suspicion among the facts restricts it. */
@Injectable()
export class RecordEvent {
  constructor(
    private readonly journal: FileJournal,
    private readonly restrict: RestrictIncident,
  ) {}

  /** Records the event; the first report opens the file. */
  async run(event: IncidentEvent, envelope: EventContext): Promise<void> {
    if (event instanceof IncidentReported) {
      this.journal.open(event, envelope);
      return;
    }
    const row = await this.journal.fileOf(event.incidentId);
    this.journal.take(row, event, envelope);
    if (event instanceof IncidentFactsAdded && restrictsAnew(event))
      this.restrict.onInsiderSuspected(row, event.by ?? SYSTEM, event.occurredAt);
  }
}
