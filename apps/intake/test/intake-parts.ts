import { Outbox } from '#messaging';
import type { Database } from '#persistence';
import { Clock, Contacts } from '#platform';
import { Pace } from '../src/domain/admission/pace.js';
import { IntakeConfig } from '../src/intake.config.js';
import { Enterprises } from '../src/outbound/database/enterprises.js';
import { Incidents } from '../src/outbound/database/incidents.js';
import { Jurisdictions } from '../src/outbound/database/jurisdictions.js';
import { Reports } from '../src/outbound/database/reports.js';
import { Sequences } from '../src/outbound/database/sequences.js';

/** A clock that stands still until it is set. */
export class FixedClock extends Clock {
  at = new Date('2026-05-21T01:00:00.000Z');

  override now(): Date {
    return this.at;
  }
}

/** What intake's use cases stand on, over one database. */
export abstract class IntakeParts {
  readonly clock = new FixedClock();
  readonly config = new IntakeConfig();
  readonly pace = new Pace(this.config.lateMs);
  readonly sequences: Sequences;
  readonly enterprises: Enterprises;
  readonly jurisdictions: Jurisdictions;
  readonly incidents: Incidents;
  readonly reports: Reports;
  readonly outbox: Outbox;
  readonly contacts: Contacts;

  protected constructor(readonly database: Database) {
    this.outbox = new Outbox(database, 'intake', 'qijing.', {
      current: () => undefined,
      continue: (_, work) => work(),
    });
    this.sequences = new Sequences(database);
    this.enterprises = new Enterprises(database, this.sequences);
    this.jurisdictions = new Jurisdictions(database, this.sequences);
    this.incidents = new Incidents(database, this.outbox);
    this.reports = new Reports(database);
    this.contacts = new Contacts(database);
  }
}
