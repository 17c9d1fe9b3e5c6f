import { CaseClockRang } from '#contracts';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A limit of the law is half used up, or has passed. */
export const caseClockRang = defineFileEvent({
  event: CaseClockRang,
  apply: (file, { clock, dueAt, stage, firedAt: at }) => ({ ...file, rung: { clock, dueAt, stage, at } }),
  at: ({ firedAt }) => firedAt,
  text: ({ clockName, stage }) =>
    stage < 100
      ? text(`${clockName.zh}已过半`, `${clockName.en}: half of it is used up`)
      : text(`${clockName.zh}已超过`, `${clockName.en}: it has passed`),
  seenBy: POLICE,
});
