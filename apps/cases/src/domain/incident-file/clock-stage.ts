import type { BilingualText, ClockFact } from '#contracts';
import { changeAssignment } from './assignment-change.js';
import { text } from './file-event.js';
import type { IncidentFile } from './incident-file.js';

/** The file with a stage of a clock reached. */
export const reachStage = (
  file: IncidentFile,
  { assignmentId, clock, stage, dueAt, firedAt, escalatedTo }: ClockFact,
): IncidentFile =>
  changeAssignment(file, assignmentId, (one) => ({
    ...one,
    clocks: [...one.clocks, { clock, stage, dueAt, firedAt, ...(escalatedTo !== undefined && { escalatedTo }) }],
  }));

/** What the timeline says about a stage. */
export const stageText = ({ unit, stage, limitSeconds }: ClockFact): BilingualText =>
  stage < 100
    ? text(`${unit.name} 签收时限已过半`, `${unit.name}: half of the acknowledgement limit is used up`)
    : text(
        `${unit.name} 超过签收时限（${limitSeconds} 秒）`,
        `${unit.name} missed the acknowledgement limit of ${limitSeconds} s`,
      );
