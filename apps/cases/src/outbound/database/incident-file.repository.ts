import { Injectable } from '@nestjs/common';
import type { Versioned } from '#messaging';
import { Aggregates, Database, sqlTime, touch, type SqlParam } from '#persistence';
import type { Scope } from '../../domain/incident-file/access.js';
import { leadAssignment, type IncidentFile } from '../../domain/incident-file/incident-file.js';
import {
  incidentFiles,
  incidentFileUnits,
  timelineEntries,
  type IncidentFileRow,
  type IncidentFileUnitRow,
  type TimelineRow,
} from './cases.schema.js';

/** What a list of files is narrowed to. */
export interface FileFilter {
  state?: string;
  /** Any of these states. */
  states?: readonly string[];
  /** Any of these incidents. */
  ids?: readonly string[];
  priority?: string;
  enterpriseId?: string;
}

/** Where a page begins: after this row, newest first. */
export interface FileCursor {
  receivedAt: Date;
  id: string;
}

interface Pending {
  readonly lines: TimelineRow[];
  readonly units: IncidentFileUnitRow[];
}

/** Files, their timelines, and which units they concern. Everything a unit of work adds is written at its end. */
@Injectable()
export class IncidentFiles {
  private readonly files: Aggregates<IncidentFileRow>;

  constructor(private readonly database: Database) {
    this.files = new Aggregates(database, incidentFiles);
  }

  /** The file of an incident; in a chunk of events those of all its incidents are read together. */
  find(incidentId: string): Promise<IncidentFileRow | undefined> {
    return this.files.find(incidentId);
  }

  /** The file for a change by a person: changes to the same incident wait for each other instead of racing. */
  async lock(incidentId: string): Promise<IncidentFileRow | undefined> {
    const found = await this.database.execute('UPDATE `incident_file` SET `version` = `version` WHERE `id` = ?', [
      incidentId,
    ]);
    return found === 0 ? undefined : this.files.find(incidentId);
  }

  /** A new file. */
  open(file: IncidentFile): IncidentFileRow {
    const row: IncidentFileRow = {
      id: file.incidentId,
      number: file.number,
      enterpriseId: file.enterprise?.id,
      reporterAccountId: file.reports[0].reporter.accountId,
      receivedAt: new Date(file.receivedAt),
      published: 0,
      version: 1,
      ...filterColumns(file),
    };
    this.files.add(row);
    return row;
  }

  /** Keeps a changed document of a file that was found. */
  save(row: IncidentFileRow, file: IncidentFile): void {
    Object.assign(row, filterColumns(file));
    touch(row);
    this.files.save(row);
  }

  /** A line of the timeline. */
  addLine(line: TimelineRow): void {
    this.pending().lines.push(line);
  }

  /** Units that the file concerns from now on; each is new to it. */
  addUnits(incidentId: string, unitIds: readonly string[]): void {
    this.pending().units.push(...unitIds.map((unitId) => ({ unitId, incidentId })));
  }

  /** The timeline by when things happened; what became known later comes after what became known first. */
  timeline(incidentId: string): Promise<TimelineRow[]> {
    return this.database.rows(
      timelineEntries,
      'WHERE `incident_id` = ? ORDER BY `at`, `recorded_at`, `source`, `sequence`',
      [incidentId],
    );
  }

  /** One row more than `limit`, newest first. */
  list(scope: Scope, filter: FileFilter, limit: number, after?: FileCursor): Promise<IncidentFileRow[]> {
    if (scope.kind === 'none') return Promise.resolve([]);
    const conditions = [...within(scope), ...matching(filter), ...(after ? [behind(after)] : [])];
    const where = conditions.map(([sql]) => `(${sql})`).join(' AND ');
    return this.database.rows(
      incidentFiles,
      `${where === '' ? '' : `WHERE ${where}`} ORDER BY \`received_at\` DESC, \`id\` DESC LIMIT ${limit + 1}`,
      conditions.flatMap(([, params]) => params),
    );
  }

  private pending(): Pending {
    const { unit } = this.database;
    return unit.local(this, () => {
      const pending: Pending = { lines: [], units: [] };
      unit.beforeCommit('state', async () => {
        await this.database.insert(timelineEntries, pending.lines);
        await this.database.insert(incidentFileUnits, pending.units);
      });
      return pending;
    });
  }
}

/** The row as the aggregate whose version counts the events that this service publishes about the incident. */
export function streamOf(row: IncidentFileRow): Versioned {
  return {
    id: row.id,
    get version() {
      return row.published;
    },
    set version(sequence) {
      row.published = sequence;
    },
  };
}

function filterColumns(file: IncidentFile) {
  return {
    doc: file,
    state: file.state,
    priority: file.priority,
    restricted: file.restricted,
    safeContact: file.safeContact?.account,
    leadUnitId: leadAssignment(file)?.unit.id,
    caseKind: file.case && file.type.caseKind,
  };
}

type Condition = [sql: string, params: SqlParam[]];

function within(scope: Exclude<Scope, { kind: 'none' }>): Condition[] {
  switch (scope.kind) {
    case 'all':
      return [];
    case 'unit':
      return [withinUnit(scope.unitId, scope.economicCases)];
    case 'enterprise':
      return [
        ['`enterprise_id` = ?', [scope.enterpriseId]],
        ['`restricted` = 0 OR `safe_contact` = ?', [scope.account]],
      ];
    case 'reporter':
      return [
        ['`reporter_account_id` = ?', [scope.accountId]],
        ['`restricted` = 0', []],
      ];
  }
}

function withinUnit(unitId: string | undefined, economicCases: boolean): Condition {
  const own: Condition = [
    '`id` IN (SELECT `incident_id` FROM `incident_file_unit` WHERE `unit_id` = ?)',
    [unitId ?? ''],
  ];
  return economicCases ? [`${own[0]} OR \`case_kind\` = ?`, [...own[1], 'economic']] : own;
}

function matching({ state, priority, enterpriseId, states, ids }: FileFilter): Condition[] {
  const wanted: [string, string | undefined][] = [
    ['state', state],
    ['priority', priority],
    ['enterprise_id', enterpriseId],
  ];
  return [
    ...wanted.flatMap(([name, value]): Condition[] => (value === undefined ? [] : [[`\`${name}\` = ?`, [value]]])),
    ...oneOf('state', states),
    ...oneOf('id', ids),
  ];
}

function oneOf(name: string, values: readonly string[] | undefined): Condition[] {
  return values === undefined ? [] : [[`\`${name}\` IN (${values.map(() => '?').join(', ')})`, [...values]]];
}

function behind({ receivedAt, id }: FileCursor): Condition {
  const at = sqlTime(receivedAt);
  return ['`received_at` < ? OR (`received_at` = ? AND `id` < ?)', [at, at, id]];
}
