import type { BilingualText, Outcome } from '#contracts';
import { defineNotice, always, time, type NoticeFacts } from './notice.js';

/** What came of it, in plain words. */
const RESULTS: Readonly<Record<Outcome, BilingualText>> = {
  CASE_REGISTERED: { zh: '现场处置已结束，案件继续办理', en: 'the work on the scene is done; the case goes on' },
  ADMIN_ONSITE: { zh: '已当场处罚', en: 'it was punished on the spot' },
  MEDIATED: { zh: '已调解', en: 'it was mediated' },
  ECONOMIC_DISPUTE: {
    zh: '经核属经济纠纷，不属公安机关管辖，可通过协商、调解、仲裁或诉讼解决',
    en: 'it is an economic dispute, which is not for the police: negotiation, mediation, arbitration or a civil suit are open to you',
  },
  HELPED: { zh: '已提供帮助', en: 'help was given' },
  NO_OFFENCE: { zh: '经核未发现违法犯罪', en: 'no offence was found' },
  FALSE_ALARM: { zh: '经核警情不实', en: 'the report was found to be untrue' },
  GONE: { zh: '到场时当事人已离开', en: 'those involved had left' },
  TO_PARTNER: { zh: '已交有关单位处理', en: 'it was handed to the body that is in charge' },
  SERVICE_DONE: { zh: '服务已完成', en: 'the service was done' },
};

const result = ({ outcome }: NoticeFacts, language: keyof BilingualText): string =>
  outcome === undefined ? { zh: '已办结', en: 'it is closed' }[language] : RESULTS[outcome][language];

/** The incident was closed, and what came of it; a follow-up is due. */
export const closed = defineNotice({
  key: 'closed',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'incident.closed.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：${result(f, 'zh')}（${time(f.occurredAt)}）。${time(f.followUpDueAt)} 前将就处置情况回访。`,
    en: `${f.number}: ${result(f, 'en')} (${time(f.occurredAt)}). You will be asked how it went by ${time(f.followUpDueAt)}.`,
  }),
});
