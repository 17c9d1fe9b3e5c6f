import { IsIn } from 'class-validator';
import { DISCIPLINES, type Discipline, type IncidentState, type Priority, type SlotFact } from '#contracts';
import { AssignmentView } from './assignment-answer.dto.js';

/** Which discipline is to reinforce. */
export class ReinforceRequest {
  @IsIn(DISCIPLINES)
  discipline!: Discipline;
}

/** The dispatch of one incident, with every choice explained. */
export class DispatchView {
  incidentId!: string;
  number!: string;
  state!: IncidentState;
  priority!: Priority;
  planId!: string;
  planVersion!: number;
  plannedAt!: string;
  /** Who was considered for each slot and why; a slot without assignment is a gap. */
  slots!: SlotFact[];
  assignments!: AssignmentView[];
  version!: number;
}
