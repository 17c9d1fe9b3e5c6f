import { ChoiceField, TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount, ProjectId } from './shared.js';

/** What such a report may add. */
export class BidRiggingDetails {
  @ProjectId() projectId?: string;
  @TextField('案号或标段号', 'Case or lot number', { max: 100 }) caseNumber?: string;
  @ChoiceField('情形', 'What it is', {
    bid: ['串通投标', 'Bid rigging'],
    suit: ['虚假诉讼', 'Sham suit'],
    loan: ['骗取贷款', 'Loan fraud'],
  })
  matter?: string;
  @Amount() amountFen?: number;
}

/** 串通投标/虚假诉讼/骗贷. */
export const bidRiggingShamSuit = defineIncidentType({
  code: 'E114',
  key: 'bid_rigging_sham_suit',
  name: { zh: '串通投标/虚假诉讼/骗贷', en: 'Bid rigging, sham suit or loan fraud' },
  kind: 'incident',
  group: 'property',
  apco: 'FRAUD',
  advice: {
    zh: '请保存招标、诉讼或贷款材料原件，勿惊动相关人员。',
    en: 'Keep the originals of bid, suit or loan, and do not alert anybody.',
  },
  priority: 'P4',
  slaProfile: 'RE',
  caseKind: 'economic',
  restricted: true,
  plan: { version: 1, atOnce: ['ECID'], inform: ['LEG', 'XCOURT'] },
  details: BidRiggingDetails,
  ask: ['matter', 'projectId', 'caseNumber', 'amountFen'],
  complete: ['matter'],
  words: { 串标: 7, 围标: 7, 投标: 4, 招标: 4, 虚假诉讼: 7, 骗贷: 7, 假官司: 6, 中标: 3, 贷款: 3 },
});
