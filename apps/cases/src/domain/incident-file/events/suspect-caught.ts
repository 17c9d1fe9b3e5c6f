import { SuspectCaught } from '#contracts';
import { changeSuspect } from '../case-change.js';
import { defineFileEvent, POLICE, text } from '../file-event.js';

/** A suspect was caught (抓获); one that was not recorded before is added. */
export const suspectCaught = defineFileEvent({
  event: SuspectCaught,
  apply: changeSuspect,
  at: ({ occurredAt }) => occurredAt,
  by: ({ by }) => by,
  text: ({ suspect }) => text(`嫌疑人 ${suspect} 号抓获`, `Suspect no. ${suspect} caught`),
  seenBy: POLICE,
});
