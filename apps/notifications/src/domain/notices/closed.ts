import type { BilingualText, Outcome } from '#contracts';
import { defineNotice, goesOnAsCase, incident, time } from './notice.js';

/** What came of it, in plain words. That a case goes on is a notice of its own. */
const RESULTS: Readonly<Record<Exclude<Outcome, 'CASE_REGISTERED'>, BilingualText>> = {
  ADMIN_ONSITE: { zh: '已依法当场处理', en: 'it was dealt with on the spot' },
  MEDIATED: { zh: '已调解', en: 'it was settled by mediation' },
  ECONOMIC_DISPUTE: {
    zh: '经核查属经济纠纷，可协商解决，或依法申请仲裁、提起诉讼',
    en: 'it is an economic dispute: it can be settled between the parties, by arbitration or in court',
  },
  HELPED: { zh: '已提供救助', en: 'help was given' },
  NO_OFFENCE: { zh: '经核查未发现违法犯罪事实', en: 'no offence was found' },
  FALSE_ALARM: { zh: '经核查，报警所述情况未发生', en: 'what was reported did not happen' },
  GONE: { zh: '民警到场时当事人已离开', en: 'the people concerned had left before police came' },
  TO_PARTNER: { zh: '已转交有关部门处理', en: 'it was handed over to the authority in charge' },
  SERVICE_DONE: { zh: '已办理完毕', en: 'it is done' },
};

/** The incident was closed, without a case or with one that is decided. */
export const closed = defineNotice({
  key: 'closed',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'incident.closed.v1': incident((facts) => !goesOnAsCase(facts)),
  },
  text: ({ number, outcome, occurredAt }) => {
    const result = outcome !== undefined && outcome !== 'CASE_REGISTERED' ? RESULTS[outcome] : undefined;
    return {
      zh: `编号 ${number}：已于${time(occurredAt, 'zh')}结警${result ? `，${result.zh}` : ''}。`,
      en: `${number}: closed at ${time(occurredAt, 'en')}${result ? `; ${result.en}` : ''}.`,
    };
  },
});
