import type { AdviceCategory, BilingualText } from '#contracts';
import { defineNotice, always, time, type NoticeFacts } from './notice.js';

const CATEGORIES: Readonly<Record<AdviceCategory, BilingualText>> = {
  gate: { zh: '门卫与出入管理', en: 'gates and entry' },
  warehouse: { zh: '仓库管理', en: 'warehouse' },
  policy: { zh: '规章制度', en: 'internal rules' },
  finance: { zh: '财务', en: 'finance' },
  cyber: { zh: '网络与数据', en: 'networks and data' },
  hazmat: { zh: '危险物品', en: 'hazardous goods' },
  staff: { zh: '人员管理', en: 'staff' },
  other: { zh: '其他', en: 'other' },
};

const categories = ({ adviceCategories = [] }: NoticeFacts, language: keyof BilingualText): string =>
  adviceCategories.map((category) => CATEGORIES[category][language]).join(language === 'zh' ? '、' : ', ');

/** Prevention advice was issued (防范建议). */
export const advice = defineNotice({
  key: 'advice',
  version: 2,
  once: false,
  whenRestricted: true,
  on: {
    'advice.issued.v1': always,
  },
  text: (f) => ({
    zh: `编号 ${f.number}：已出具防范建议（${categories(f, 'zh')}），请在企业端查看全文${f.answerBy === undefined ? '' : `，并于${time(f.answerBy, 'zh')}前答复`}。`,
    en: `${f.number}: prevention advice was issued (${categories(f, 'en')}); read it in the portal${f.answerBy === undefined ? '' : ` and answer by ${time(f.answerBy, 'en')}`}.`,
  }),
});
