import type { IncidentState, LawClockWait, Priority } from '#contracts';
import type { SqlParam } from '#persistence';
import type { Scope } from '../../domain/incident-file/access.js';

/** What a list of files is narrowed to. */
export interface FileFilter {
  /** Any of these states. */
  readonly states?: readonly IncidentState[];
  /** Any of these incidents: few. */
  readonly ids?: readonly string[];
  readonly priority?: Priority;
  readonly enterpriseId?: string;
  /** A limit of the law has begun to ring, for any of these. */
  readonly ringsFor?: readonly LawClockWait[];
}

/** A part of a WHERE clause with its parameters. */
export type Condition = readonly [sql: string, params: readonly SqlParam[]];

/** Who may see anything. */
export type OpenScope = Exclude<Scope, { kind: 'none' }>;

/** What a file must meet to be in a list, in columns of `incident_file` by the alias `f`. */
export function conditionsOf(scope: OpenScope, filter: FileFilter): Condition[] {
  const { states, priority, enterpriseId, ringsFor } = filter;
  return [
    ...within(scope),
    ...(states ? [[`\`state\` IN (${states.map(() => '?').join(', ')})`, states] as const] : []),
    ...(ringsFor ? [[`\`rings_for\` IN (${ringsFor.map(() => '?').join(', ')})`, ringsFor] as const] : []),
    ...(priority === undefined ? [] : [['`priority` = ?', [priority]] as const]),
    ...(enterpriseId === undefined ? [] : [['`enterprise_id` = ?', [enterpriseId]] as const]),
  ];
}

function within(scope: OpenScope): Condition[] {
  switch (scope.kind) {
    case 'all':
      return [];
    case 'unit': {
      const own =
        '`lead_unit_id` = ? OR EXISTS (SELECT 1 FROM `unit_file` u WHERE u.`unit_id` = ? ' +
        'AND u.`received_at` = f.`received_at` AND u.`incident_id` = f.`id`)';
      const unitId = scope.unitId ?? '';
      return scope.economicCases
        ? [[`${own} OR \`case_kind\` = ? OR \`rings_for\` = ?`, [unitId, unitId, 'economic', 'legal_reviewer']]]
        : [[own, [unitId, unitId]]];
    }
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
