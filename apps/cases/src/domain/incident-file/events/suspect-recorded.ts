import { SuspectRecorded, type BilingualText, type SuspectState } from '#contracts';
import { changeSuspect } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

const STATES: Readonly<Record<SuspectState, BilingualText>> = {
  at_large: text('在逃', 'at large'),
  identified: text('已查明', 'identified'),
  caught: text('已抓获', 'caught'),
  released: text('已释放', 'released'),
};

/** A suspect was recorded. */
export const suspectRecorded = defineFileEvent({
  event: SuspectRecorded,
  apply: changeSuspect,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ suspect, state }) =>
    text(`嫌疑人 ${suspect} 号登记：${STATES[state].zh}`, `Suspect no. ${suspect} recorded: ${STATES[state].en}`),
  seenBy: POLICE,
});
