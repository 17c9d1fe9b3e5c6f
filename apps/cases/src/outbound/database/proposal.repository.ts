import { Injectable } from '@nestjs/common';
import type { ProposalWait } from '#contracts';
import { Aggregates, Database, placeholders, touch } from '#persistence';
import { proposals, type ProposalRow } from './case.tables.js';

/** Proposals about cases and about files. */
@Injectable()
export class Proposals {
  private readonly rows: Aggregates<ProposalRow>;

  constructor(private readonly database: Database) {
    this.rows = new Aggregates(database, proposals);
  }

  /** A proposal by its id. */
  find(id: string): Promise<ProposalRow | undefined> {
    return this.rows.find(id);
  }

  /** The incident of a proposal, and the case if it is about one, without reading it into the unit of work. */
  async placeOf(id: string): Promise<{ caseId?: string; incidentId: string } | undefined> {
    const [found] = await this.database.query<{ case_id: string | null; incident_id: string }>(
      'SELECT `case_id`, `incident_id` FROM `proposal` WHERE `id` = ?',
      [id],
    );
    return found && { incidentId: found.incident_id, ...(found.case_id !== null && { caseId: found.case_id }) };
  }

  /** Proposals of a case that still wait for somebody. */
  waitingIn(caseId: string): Promise<ProposalRow[]> {
    return this.database.rows(proposals, 'WHERE `case_id` = ? AND `waits_for` IS NOT NULL', [caseId]);
  }

  /** What waits for some roles, the oldest first (ids grow with time). */
  waitingFor(waits: readonly ProposalWait[], limit: number, after = ''): Promise<ProposalRow[]> {
    if (waits.length === 0) return Promise.resolve([]);
    const where = `WHERE \`waits_for\` IN (${placeholders(waits.length)}) AND \`id\` > ? ORDER BY \`id\` LIMIT ?`;
    return this.database.rows(proposals, where, [...waits, after, limit]);
  }

  /** A new proposal. */
  add(row: ProposalRow): void {
    this.rows.add(row);
  }

  /** Keeps a proposal that was found and changed. */
  save(row: ProposalRow): void {
    touch(row);
    this.rows.save(row);
  }
}
