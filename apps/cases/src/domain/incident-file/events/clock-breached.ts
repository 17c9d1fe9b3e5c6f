import { ClockBreached } from '#contracts';
import { reachStage, stageText } from '../clock-stage.js';
import { defineFileEvent, POLICE } from '../file-event.js';

/** A limit passed. */
export const clockBreached = defineFileEvent({
  event: ClockBreached,
  apply: reachStage,
  at: ({ firedAt }) => firedAt,
  text: stageText,
  seenBy: POLICE,
});
