import type { Discipline, Priority } from '#contracts';
import { sqlTime, type Database, type SqlParam } from '#persistence';
import { gaps, type GapRow } from './gap.table.js';

/** Slots that nobody could take, until somebody can. */
export class OpenGaps {
  constructor(private readonly database: Database) {}

  /** Gives the open slots of an incident another priority, those that this unit of work has yet to write too. */
  async regrade(incidentId: string, priority: Priority): Promise<void> {
    for (const gap of this.unwritten) if (gap.incidentId === incidentId) gap.priority = priority;
    await this.database.execute('UPDATE `dispatch_gap` SET `priority` = ? WHERE `incident_id` = ?', [
      priority,
      incidentId,
    ]);
  }

  /** Notes slots that stay open; written with the transaction. */
  add(rows: readonly GapRow[]): void {
    this.database.unit.collect(gaps, 'guard', (items) => this.database.insert(gaps, items), rows);
  }

  /** Takes a gap for filling; false when somebody else was faster. */
  async take({ incidentId, slot }: GapRow): Promise<boolean> {
    const taken = await this.database.execute('DELETE FROM `dispatch_gap` WHERE `incident_id` = ? AND `slot` = ?', [
      incidentId,
      slot,
    ]);
    return taken === 1;
  }

  /** Forgets the open slots of an incident, written or not. */
  async drop(incidentId: string): Promise<void> {
    const { unwritten } = this;
    for (let at = unwritten.length - 1; at >= 0; at -= 1) {
      if (unwritten[at]?.incidentId === incidentId) unwritten.splice(at, 1);
    }
    await this.database.execute('DELETE FROM `dispatch_gap` WHERE `incident_id` = ?', [incidentId]);
  }

  /** Gaps that this unit of work will write at its end. */
  private get unwritten(): GapRow[] {
    return this.database.unit.local<GapRow[]>(gaps, () => []);
  }

  /** Open gaps of a discipline in the order of filling (priority, then age), those behind `last` when it is given. */
  waiting(discipline: Discipline, most: number, last?: GapRow): Promise<GapRow[]> {
    const behind = last
      ? ' AND `priority` >= ? AND (`priority` > ? OR `since` > ? OR ' +
        '(`since` = ? AND (`incident_id` > ? OR (`incident_id` = ? AND `slot` > ?))))'
      : '';
    return this.database.rows(
      gaps,
      `WHERE \`discipline\` = ?${behind} ORDER BY \`priority\`, \`since\`, \`incident_id\`, \`slot\` LIMIT ?`,
      [discipline, ...(last ? placeOf(last) : []), most],
    );
  }

  /** Disciplines that some incident waits for. */
  async disciplines(): Promise<Discipline[]> {
    const rows = await this.database.query<{ discipline: Discipline }>(
      'SELECT DISTINCT `discipline` FROM `dispatch_gap`',
    );
    return rows.map(({ discipline }) => discipline);
  }
}

/** Where a gap stands in the order of filling, as {@link OpenGaps.waiting} asks for what is behind it. */
function placeOf({ priority, since, incidentId, slot }: GapRow): SqlParam[] {
  return [priority, priority, sqlTime(since), sqlTime(since), incidentId, incidentId, slot];
}
