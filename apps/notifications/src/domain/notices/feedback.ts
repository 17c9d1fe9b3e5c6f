import { defineNotice, incident } from './notice.js';

/** First measures are done: told by the unit that answers for the result or by one on the scene, not by one that helps from afar. */
export const feedback = defineNotice({
  key: 'feedback',
  version: 2,
  once: true,
  whenRestricted: false,
  on: {
    'assignment.feedback-given.v1': incident(
      ({ role, state, partner }) => partner !== true && (role === 'lead' || state === 'ARRIVED'),
    ),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：处置单位已作初步处置，进展将继续告知。`,
    en: `${f.number}: first measures were taken; you will be told how it goes on.`,
  }),
});
