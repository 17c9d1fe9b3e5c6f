import { Injectable } from '@nestjs/common';
import { IncidentReported } from '#contracts';
import type { EventContext } from '#messaging';
import type { IncidentEvent } from '../domain/incident-file/file-event.js';
import { FileJournal } from './file-journal.js';

/** Brings an event of another service that asks nothing more of this one into the file of its incident. */
@Injectable()
export class RecordEvent {
  constructor(private readonly journal: FileJournal) {}

  /** Records the event; the first report opens the file. */
  async run(event: IncidentEvent, envelope: EventContext): Promise<void> {
    if (event instanceof IncidentReported) {
      this.journal.open(event, envelope);
      return;
    }
    this.journal.take(await this.journal.fileOf(event.incidentId), event, envelope);
  }
}
