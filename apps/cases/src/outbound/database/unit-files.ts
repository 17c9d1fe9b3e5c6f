import { stands } from '#contracts';
import { sqlTime, type Database, type SqlParam } from '#persistence';
import { partsOf } from '../../domain/incident-file/access.js';
import { leadAssignment, type IncidentFile } from '../../domain/incident-file/incident-file.js';
import { unitFiles, type IncidentFileRow, type UnitFileRow } from './incident-file.tables.js';

type Named = Pick<IncidentFile, 'assignments' | 'dispatch'>;

/** A unit whose list gains or loses a file. */
interface Move extends UnitFileRow {
  readonly joins: boolean;
}

/** Which files concern which units beside those that they lead: units with a standing part, and those that are informed. */
export class UnitFiles {
  constructor(private readonly database: Database) {}

  /** Adds the units that a change of a file brings and takes away those whose part ended by it. */
  follow({ id: incidentId, receivedAt }: IncidentFileRow, before: Named, after: Named): void {
    if (before.assignments === after.assignments && before.dispatch === after.dispatch) return;
    const [had, has] = [concerned(before), concerned(after)];
    const move = (unitId: string, joins: boolean): Move => ({ unitId, receivedAt, incidentId, joins });
    this.database.unit.collect(unitFiles, 'state', (moves: Move[]) => this.write(moves), [
      ...[...had].filter((unit) => !has.has(unit)).map((unit) => move(unit, false)),
      ...[...has].filter((unit) => !had.has(unit)).map((unit) => move(unit, true)),
    ]);
  }

  /** Moves of one unit and file alternate, so the first says whether there is a row and the last whether there shall be one. */
  private async write(moves: readonly Move[]): Promise<void> {
    const first = new Map([...moves].reverse().map((move) => [keyOf(move), move]));
    const last = [...new Map(moves.map((move) => [keyOf(move), move])).values()];
    const there = (move: Move): boolean => first.get(keyOf(move))?.joins === false;
    await this.database.insert(
      unitFiles,
      last
        .filter((move) => move.joins && !there(move))
        .map(({ unitId, receivedAt, incidentId }) => ({ unitId, receivedAt, incidentId })),
    );
    for (const move of last) if (!move.joins && there(move)) await this.remove(move);
  }

  private remove({ unitId, receivedAt, incidentId }: UnitFileRow): Promise<number> {
    const params: SqlParam[] = [unitId, sqlTime(receivedAt), incidentId];
    return this.database.execute(
      'DELETE FROM `unit_file` WHERE `unit_id` = ? AND `received_at` = ? AND `incident_id` = ?',
      params,
    );
  }
}

const keyOf = ({ unitId, incidentId }: UnitFileRow): string => `${unitId} ${incidentId}`;

/** The units that a file concerns without leading it. */
function concerned(file: Named): Set<string> {
  const lead = leadAssignment(file)?.unit.id;
  const standing = partsOf(file).filter(stands);
  return new Set(standing.map(({ unitId }) => unitId).filter((unitId) => unitId !== lead));
}
