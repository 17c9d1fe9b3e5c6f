import { formatYuan, shanghaiTime, type Texts } from '#domain-kit';
import type { Facts } from './facts.js';

/** What a template is filled with: the facts an enterprise may be told, and what is known of the incident. */
type NoticeFacts = Partial<Facts> & { readonly number: string; readonly typeName: Texts };

/** One kind of notice to an enterprise. */
export interface Template {
  /** Raised whenever a word changes; stored with every notice. */
  readonly version: number;
  /** Told at most once per incident. */
  readonly once: boolean;
  /** Told of a restricted incident too: that it was received, and what the law wants told. */
  readonly whenRestricted: boolean;
  text(facts: NoticeFacts): Texts;
}

const CATEGORIES: Readonly<Record<string, Texts>> = {
  gate: { zh: '门卫与出入管理', en: 'gates and entry' },
  warehouse: { zh: '仓库管理', en: 'warehouse' },
  policy: { zh: '规章制度', en: 'internal rules' },
  finance: { zh: '财务', en: 'finance' },
  cyber: { zh: '网络与数据', en: 'networks and data' },
  hazmat: { zh: '危险物品', en: 'hazardous goods' },
  staff: { zh: '人员管理', en: 'staff' },
  other: { zh: '其他', en: 'other' },
};

const time = (iso: string | undefined): string => (iso === undefined ? '' : shanghaiTime(new Date(iso)));
const yuan = ({ amountFen = 0 }: NoticeFacts): string => formatYuan(amountFen);

function categories({ adviceCategories = [] }: NoticeFacts, language: keyof Texts): string {
  const names = adviceCategories.map((category) => CATEGORIES[category]?.[language] ?? category);
  return names.join(language === 'zh' ? '、' : ', ');
}

/** A notice of the investigation's progress, told to everybody who stands for the enterprise. */
const progress = (text: Template['text']): Template => ({ version: 1, once: true, whenRestricted: false, text });
/** A notice that is also due to the safe contact of a restricted incident. */
const due = (text: Template['text']): Template => ({ version: 1, once: false, whenRestricted: true, text });

/** Every notice there is, by key, in the order of an incident's life. */
export const TEMPLATES = {
  received: due((f) => ({
    zh: `您报告的“${f.typeName.zh}”已于 ${time(f.occurredAt)} 受理，编号 ${f.number}。如有人身危险请立即拨打 110。投诉监督电话 12389。`,
    en: `Your report (${f.typeName.en}) was received at ${time(f.occurredAt)} under number ${f.number}. In danger call 110 at once. Complaints: 12389.`,
  })),
  dispatched: progress((f) => ({
    zh: `编号 ${f.number}：已指派${f.leadUnitName ?? '处置单位'}等力量处理。`,
    en: `${f.number}: ${f.leadUnitName ?? 'police units'} and supporting units have been assigned.`,
  })),
  delayed: progress((f) => ({
    zh: `编号 ${f.number}：警力暂时紧张，响应可能稍有延迟，我们正在协调。`,
    en: `${f.number}: units are busy at the moment and the response may be delayed; we are arranging it.`,
  })),
  arrived: progress((f) => ({
    zh: `编号 ${f.number}：民警已于 ${time(f.occurredAt)} 到场。`,
    en: `${f.number}: police arrived at ${time(f.occurredAt)}.`,
  })),
  feedback: progress((f) => ({
    zh: `编号 ${f.number}：现场已完成初步处置，后续进展将继续告知。`,
    en: `${f.number}: first measures on the scene are done; you will be told how it goes on.`,
  })),
  case_registered: due((f) => ({
    zh: `编号 ${f.number}：已受案登记，受案回执号 ${f.caseNumber ?? ''}，可凭此号查询进展。`,
    en: `${f.number}: a case was registered; receipt ${f.caseNumber ?? ''}. Use it to ask about progress.`,
  })),
  case_filed: due((f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于 ${time(f.occurredAt)} 决定立案。`,
    en: `Case ${f.caseNumber ?? ''}: filed for investigation at ${time(f.occurredAt)}.`,
  })),
  case_not_filed: due((f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于 ${time(f.occurredAt)} 决定不予立案，通知书将在三日内送达；不服可在收到后七日内申请复议。`,
    en: `Case ${f.caseNumber ?? ''}: not filed, decided at ${time(f.occurredAt)}. The written notice follows within three days; you may ask for reconsideration within seven days of receiving it.`,
  })),
  case_solved: due((f) => ({
    zh: `案件 ${f.caseNumber ?? ''}：已于 ${time(f.occurredAt)} 破案。`,
    en: `Case ${f.caseNumber ?? ''}: solved at ${time(f.occurredAt)}.`,
  })),
  money_secured: due((f) => ({
    zh: `编号 ${f.number}：已对您的资金采取保护措施，涉及贵企业损失 ${yuan(f)} 元。`,
    en: `${f.number}: a measure was taken for your money; it covers ${yuan(f)} yuan of your own loss.`,
  })),
  property_returned: due((f) => ({
    zh: `编号 ${f.number}：已发还财物，折合 ${yuan(f)} 元（${time(f.occurredAt)}）。领取时请携带营业执照、授权委托书和身份证件。`,
    en: `${f.number}: property worth ${yuan(f)} yuan was returned (${time(f.occurredAt)}). To collect, bring business licence, authorisation and identity document.`,
  })),
  contact_only: due((f) => ({
    zh: `编号 ${f.number}：此事今后仅与您本人联系，请勿转告他人。`,
    en: `${f.number}: from now on only you will be contacted about this; please tell nobody else.`,
  })),
  advice: due((f) => ({
    zh: `编号 ${f.number}：已出具防范建议（${categories(f, 'zh')}），请在企业端查看全文${f.answerBy === undefined ? '' : `，并于 ${time(f.answerBy)} 前答复`}。`,
    en: `${f.number}: prevention advice was issued (${categories(f, 'en')}); read it in the portal${f.answerBy === undefined ? '' : ` and answer by ${time(f.answerBy)}`}.`,
  })),
  cancelled: due((f) => ({
    zh: `编号 ${f.number}：本次警情已撤销。如仍需帮助请重新报告。`,
    en: `${f.number}: this incident was called off. Report again if you still need help.`,
  })),
  closed: due((f) => ({
    zh: `编号 ${f.number}：已于 ${time(f.occurredAt)} 办结，${time(f.followUpDueAt)} 前将回访您的满意度。`,
    en: `${f.number}: closed at ${time(f.occurredAt)}. You will be asked how it went by ${time(f.followUpDueAt)}.`,
  })),
} satisfies Readonly<Record<string, Template>>;

/** Key of a template; also the step that the enterprise's feed names. */
export type TemplateKey = keyof typeof TEMPLATES;
