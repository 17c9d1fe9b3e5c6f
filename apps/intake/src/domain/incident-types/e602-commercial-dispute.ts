import { TextField } from './fields.js';
import { defineIncidentType } from './incident-type.js';
import { Amount, Contract, Counterparty } from './shared.js';

/** What a report of a commercial dispute may add. */
export class CommercialDetails {
  @TextField('我方', 'Own side', { max: 200 }) ownSide?: string;
  @Counterparty() counterparty?: string;
  @Contract() contract?: string;
  @Amount() amountFen?: number;
  @TextField('争议事项', 'What it is about', {
    max: 300,
    advice: { zh: '现场请勿扣人、扣车、扣货。', en: 'Hold no people, vehicles or goods.' },
  })
  matter?: string;
}

/** 合同/货款/物流经济纠纷. Police only keep order. */
export const commercialDispute = defineIncidentType({
  code: 'E602',
  key: 'commercial_dispute',
  name: { zh: '合同/货款/物流经济纠纷', en: 'Commercial dispute' },
  kind: 'incident',
  group: 'disputes',
  apco: 'CIVIL',
  advice: {
    zh: '请保持克制、保存合同和单据；公安机关不处理经济纠纷，请通过协商、仲裁或诉讼解决。',
    en: 'Stay calm and keep contract and papers; police do not decide commercial disputes: negotiate, arbitrate or sue.',
  },
  priority: 'P4',
  slaProfile: 'R3',
  plan: { version: 1, atOnce: ['PS'], inform: ['X12345', 'XJUST'] },
  details: CommercialDetails,
  ask: ['matter', 'counterparty', 'amountFen', 'contract'],
  complete: ['counterparty', 'matter'],
  words: {
    货款: 5,
    运费: 6,
    纠纷: 3,
    尾款: 5,
    扣货: 5,
    扣车: 5,
    质量问题: 4,
    结算: 4,
    欠款: 4,
    租金: 4,
    拖着不付: 4,
    供货: 3,
    司机: 2,
    经济纠纷: 6,
  },
});
