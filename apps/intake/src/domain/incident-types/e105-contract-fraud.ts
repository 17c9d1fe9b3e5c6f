import { FenField, InstantField, YesNoField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Contract, Counterparty } from './shared.js';

/** What a report of contract fraud may add. A suit that runs already hints at a commercial dispute. */
export class ContractFraudDetails {
  @Contract() contract?: string;
  @Counterparty() counterparty?: string;
  @FenField('已付款金额（分）', 'Paid (fen)', {
    advice: { zh: '请先停止后续付款和发货。', en: 'Stop further payments and deliveries first.' },
  })
  paidFen?: number;
  @InstantField('最近付款时间', 'Last payment') paidAt?: string;
  @YesNoField('是否已起诉或仲裁', 'A civil suit or arbitration runs') civilSuit?: boolean;
}

/** 合同诈骗. */
export const contractFraud = defineIncidentType({
  code: 'E105',
  key: 'contract_fraud',
  name: { zh: '合同诈骗', en: 'Contract fraud' },
  kind: 'incident',
  group: 'property',
  apco: 'FRAUD',
  advice: {
    zh: '请勿再付款或发货，保存合同、付款凭证和往来记录；经济纠纷请走诉讼或仲裁。',
    en: 'Pay and deliver nothing more; keep contract, vouchers and letters; a commercial dispute goes to court or arbitration.',
  },
  priority: 'P3',
  slaProfile: 'RE',
  caseKind: 'economic',
  plan: { version: 1, atOnce: ['ECID', 'PS'], inform: ['LEG'] },
  details: ContractFraudDetails,
  ask: ['paidAt', 'paidFen', 'counterparty', 'contract', 'civilSuit'],
  complete: ['contract', 'counterparty', 'paidFen', 'civilSuit'],
  words: {
    合同诈骗: 6,
    合同: 3,
    货款: 1,
    失联: 2,
    预付款: 3,
    定金: 3,
    假合同: 5,
    收了钱: 2,
    不发货: 3,
    空壳: 3,
    虚构: 2,
    骗: 2,
  },
});
