import { ClockWarned } from '#contracts';
import { reachStage, stageText } from '../clock-stage.js';
import { defineFileEvent, POLICE } from '../file-event.js';

/** Half of a limit is used up. */
export const clockWarned = defineFileEvent({
  event: ClockWarned,
  apply: reachStage,
  at: ({ firedAt }) => firedAt,
  text: stageText,
  seenBy: POLICE,
});
