import { defineNotice } from './notice.js';

/** Nobody can be sent yet, or who was sent is late. */
export const delayed = defineNotice({
  key: 'delayed',
  version: 1,
  once: true,
  whenRestricted: false,
  on: {
    'dispatch.planned.v1': ({ assigned = [] }) => assigned.length === 0,
    /** Help that is there already is not late. */
    'clock.breached.v1': (_facts, { told }) => !told.includes('arrived'),
  },
  text: (f) => ({
    zh: `编号 ${f.number}：警力暂时紧张，响应可能稍有延迟，我们正在协调。`,
    en: `${f.number}: units are busy at the moment and the response may be delayed; we are arranging it.`,
  }),
});
