import { ApiProperty } from '@nestjs/swagger';
import type { AssignmentRole, AssignmentState, Discipline } from '#contracts';
import { UNIT_ACTS, type UnitAct } from '../../domain/acts.js';

/** One unit's part in an incident. */
export class AssignmentView {
  assignmentId!: string;
  incidentId!: string;
  unitId!: string;
  unitName!: string;
  discipline!: Discipline;
  slot!: number;
  role!: AssignmentRole;
  state!: AssignmentState;
  issuedAt!: string;
  /** Acknowledgement is due by then. */
  acknowledgeBy!: string;
  /** Reached milestones by state. */
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['at'],
      properties: { at: { type: 'string', format: 'date-time' }, inferred: { type: 'boolean' } },
      additionalProperties: false,
    },
  })
  milestones!: Record<string, { at: string; inferred?: true }>;
  /** What the unit may do now, the usual next step first. */
  @ApiProperty({ enum: UNIT_ACTS, isArray: true })
  acts!: UnitAct[];

  version!: number;
}

/** One page of assignments. */
export class AssignmentsPage {
  items!: AssignmentView[];
  /** Cursor of the next page; null on the last one. */
  next!: string | null;
}
