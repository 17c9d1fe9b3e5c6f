import { Injectable } from '@nestjs/common';
import { IncidentRestricted, IncidentRestrictionLifted, type ActorFact, type SafeContact } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { actorOf, Clock, Contacts, type Caller } from '#platform';
import { requireRestricting } from '../domain/incident-file/authority.js';
import type { IncidentFileRow } from '../outbound/database/incident-file.tables.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** 409: a restriction is not set twice; another safe contact is, or none any more. */
export const alreadyRestricted = defineRefusal({
  code: 'incident.already-restricted',
  kind: 'conflict',
  zh: '知悉范围已按此限制',
  en: 'Disclosure is restricted in exactly this way already',
});

/** Why, and whom a person names as the only one of the enterprise who may still be told. */
export interface Restriction {
  reason: string;
  safeContact?: { account: string };
}

/** A proposal to lift that was approved, and by whom. */
export interface Lifting {
  proposalId: string;
  reason: string;
  by: ActorFact;
  at: Date;
}

/** Restricts what the enterprise is told: from now on only the safe contact, or nobody until one is named. */
@Injectable()
export class RestrictIncident {
  constructor(
    private readonly access: FileAccess,
    private readonly journal: FileJournal,
    private readonly contacts: Contacts,
    private readonly clock: Clock,
  ) {}

  /**
   * A person restricts. Throws 422 where whoever is named is no enabled contact of the enterprise, 409 when nothing would
   * change.
   */
  async run(
    caller: Caller,
    incidentId: string,
    ifMatch: string | undefined,
    { reason, safeContact }: Restriction,
  ): Promise<IncidentFileRow> {
    const { row, file } = await this.access.change(caller, incidentId, ifMatch);
    requireRestricting(caller, file);
    const named = safeContact && (await this.contacts.named(safeContact.account, row.enterpriseId));
    if (row.restricted && named?.account === row.safeContact) throw alreadyRestricted();
    this.publish(row, reason, named, { by: actorOf(caller), occurredAt: this.clock.now().toISOString() });
    return row;
  }

  /**
   * An insider is suspected: nobody of the enterprise is told any more, whoever was the safe contact until now, and whoever and
   * whatever was proposed before.
   */
  onInsiderSuspected(row: IncidentFileRow, by: ActorFact, occurredAt: string): void {
    const { restricted, safeContact, progress } = row;
    const waits = progress.proposals?.some(({ waitsFor, overtaken }) => waitsFor !== undefined && !overtaken);
    if (!restricted || safeContact !== undefined || progress.proposedContact || waits)
      this.publish(row, 'insider-suspected', undefined, { by, occurredAt });
  }

  /** What was approved: disclosure is restricted no longer. */
  lift(row: IncidentFileRow, { proposalId, reason, by, at }: Lifting): void {
    const occurredAt = at.toISOString();
    this.journal.publish(row, IncidentRestrictionLifted.of({ incidentId: row.id, proposalId, reason, occurredAt, by }));
  }

  private publish(
    row: IncidentFileRow,
    reason: string,
    safeContact: SafeContact | undefined,
    act: Pick<IncidentRestricted, 'by' | 'occurredAt'>,
  ): void {
    const event = { incidentId: row.id, reason, ...act, ...(safeContact && { safeContact }) };
    this.journal.publish(row, IncidentRestricted.of(event));
  }
}
