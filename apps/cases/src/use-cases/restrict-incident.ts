import { Injectable } from '@nestjs/common';
import { IncidentRestricted, IncidentRestrictionLifted, type ActorFact } from '#contracts';
import { defineRefusal } from '#domain-kit';
import { actorOf, Clock, type Caller } from '#platform';
import { requireRestricting } from '../domain/incident-file/authority.js';
import type { IncidentFileRow } from '../outbound/database/cases.schema.js';
import { FileAccess } from './file-access.js';
import { FileJournal } from './file-journal.js';

/** 409: a restriction is not set twice; another safe contact is, or none any more. */
export const alreadyRestricted = defineRefusal({
  code: 'incident.already-restricted',
  kind: 'conflict',
  zh: '知悉范围已按此限制',
  en: 'Disclosure is restricted in exactly this way already',
});

/** Why, and the only person of the enterprise who may still be told. */
export interface Restriction {
  reason: string;
  safeContact?: { account?: string };
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
    private readonly clock: Clock,
  ) {}

  /** A person restricts. Throws 409 when nothing would change. */
  async run(
    caller: Caller,
    incidentId: string,
    ifMatch: string | undefined,
    restriction: Restriction,
  ): Promise<IncidentFileRow> {
    const { row, file } = await this.access.change(caller, incidentId, ifMatch);
    requireRestricting(caller, file);
    const account = restriction.safeContact?.account?.toLowerCase();
    if (row.restricted && account === row.safeContact) throw alreadyRestricted();
    const { reason } = restriction;
    const wanted = { reason, ...(account !== undefined && { safeContact: { account } }) };
    this.publish(row, wanted, actorOf(caller), this.clock.now().toISOString());
    return row;
  }

  /**
   * An insider is suspected: nobody of the enterprise is told any more, whoever was the safe contact until now, and whatever
   * was proposed before.
   */
  onInsiderSuspected(row: IncidentFileRow, by: ActorFact, occurredAt: string): void {
    const proposed = row.progress.proposals?.some(({ waitsFor, overtaken }) => waitsFor !== undefined && !overtaken);
    if (!row.restricted || row.safeContact !== undefined || proposed)
      this.publish(row, { reason: 'insider-suspected' }, by, occurredAt);
  }

  /** What was approved: disclosure is restricted no longer. */
  lift(row: IncidentFileRow, { proposalId, reason, by, at }: Lifting): void {
    const occurredAt = at.toISOString();
    this.journal.publish(row, IncidentRestrictionLifted.of({ incidentId: row.id, proposalId, reason, occurredAt, by }));
  }

  private publish(row: IncidentFileRow, { reason, safeContact }: Restriction, by: ActorFact, occurredAt: string): void {
    this.journal.publish(
      row,
      IncidentRestricted.of({ incidentId: row.id, reason, occurredAt, by, ...(safeContact && { safeContact }) }),
    );
  }
}
